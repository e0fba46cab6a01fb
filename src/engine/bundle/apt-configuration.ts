/** An apt of its own in a folder: for another release than this machine's, and without a trace on this machine. */
import type { Target } from './target.ts';

/** As apt names what the kernel calls x86_64. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
export const debianArch = (arch: string): string | null => ARCHITECTURES[arch] ?? null;

/** How this machine gets at its mirrors; never how much it trusts them. */
const OWN_WAY = /^Acquire::(?!IndexTargets|Languages|AllowInsecure|AllowWeak|AllowDowngrade)\S+ "[^"]*";$/;

export type AptPlaces = {
  /** Where its state, its caches and its sources lie; no `"` in it. */
  readonly work: string;
  readonly arch: string;
  /** Null: this machine's own sources. */
  readonly sources: string | null;
  /** `apt-config dump Acquire` of this machine: its proxy above all. */
  readonly acquire: string;
};

/** An empty list of what is installed, so that everything a package needs is named. */
export const STATUS = 'state/status';
/** Folders that apt wants to find. */
export const EMPTY_FILES = [STATUS, 'state/lists/partial/.keep', 'cache/archives/partial/.keep', 'etc/.keep'] as const;

export function aptConfiguration({ work, arch, sources, acquire }: AptPlaces): string {
  return [
    'Dir::Etc::Parts "/dev/null";',
    'Dir::Etc::Main "/dev/null";',
    `Dir::State "${work}/state/";`,
    `Dir::State::status "${work}/${STATUS}";`,
    `Dir::State::extended_states "${work}/state/extended_states";`,
    `Dir::Cache "${work}/cache/";`,
    `Dir::Log "${work}/";`,
    ...(sources === null
      ? []
      : [
          `Dir::Etc::SourceList "${work}/etc/sources.list";`,
          'Dir::Etc::SourceParts "/dev/null";',
          'Dir::Etc::Preferences "/dev/null";',
          'Dir::Etc::PreferencesParts "/dev/null";',
        ]),
    `APT::Architecture "${arch}";`,
    `APT::Architectures { "${arch}"; };`,
    'APT::Install-Recommends "false";',
    'APT::Install-Suggests "false";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    ...acquire.split('\n').filter((line) => OWN_WAY.test(line)),
    '',
  ].join('\n');
}

type Archive = {
  readonly keyring: string;
  /** The package that brings the keyring. */
  readonly from: string;
  readonly mirror: string;
  readonly security: (mirror: string | undefined) => string;
  readonly suites: (codename: string) => readonly string[];
  readonly components: (version: string) => string;
};

const ARCHIVES: Readonly<Record<string, Archive>> = {
  debian: {
    keyring: '/usr/share/keyrings/debian-archive-keyring.gpg',
    from: 'debian-archive-keyring',
    mirror: 'http://deb.debian.org/debian',
    security: (mirror) => (mirror ? mirror.replace(/\/debian\/?$/, '/debian-security') : 'http://deb.debian.org/debian-security'),
    suites: (codename) => [codename, `${codename}-updates`],
    components: (version) => `main contrib non-free${Number(version) >= 12 ? ' non-free-firmware' : ''}`,
  },
  ubuntu: {
    keyring: '/usr/share/keyrings/ubuntu-archive-keyring.gpg',
    from: 'ubuntu-keyring',
    mirror: 'http://archive.ubuntu.com/ubuntu',
    security: (mirror) => mirror ?? 'http://security.ubuntu.com/ubuntu',
    suites: (codename) => [codename, `${codename}-updates`],
    components: () => 'main restricted universe multiverse',
  },
};

export type AptSources = { readonly text: string; readonly keyring: string; readonly from: string };

/** Sources for a release that is not this machine's, or from a mirror that is named. Null: no archive of ours to name. */
export function aptSources({ id, version, codename }: Target, arch: string, mirror: string | undefined): AptSources | null {
  const archive = ARCHIVES[id];
  if (archive === undefined || codename === null) return null;
  const { keyring, from } = archive;
  const line = (uri: string, suite: string): string =>
    `deb [arch=${arch} signed-by=${keyring}] ${uri} ${suite} ${archive.components(version)}`;
  const main = mirror ?? archive.mirror;
  const text = [
    ...archive.suites(codename).map((suite) => line(main, suite)),
    line(archive.security(mirror), `${codename}-security`),
    '',
  ].join('\n');
  return { text, keyring, from };
}
