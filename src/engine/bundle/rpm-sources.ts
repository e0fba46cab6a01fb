/** Public repositories of releases that are not this machine's, and whose keys they are judged by. */
import type { Target } from './target.ts';

export type RpmSources = {
  /** For a folder of dnf's `.repo` files. */
  readonly text: string;
  /** Files with the keys of the distribution. */
  readonly keys: readonly string[];
  /** The package that brings them. */
  readonly from: string;
  /** What dnf needs to know of the modules of a release that is not installed; null: it has none. */
  readonly platform: string | null;
};

const KEYS = '/usr/share/distribution-gpg-keys';
const FROM = 'distribution-gpg-keys';

type Repository = { readonly id: string; readonly url: string; readonly key: string; readonly optional?: true };

const stanza = ({ id, url, key, optional }: Repository): string =>
  [
    `[${id}]`,
    `name=${id}`,
    `baseurl=${url}`,
    'enabled=1',
    'gpgcheck=1',
    `gpgkey=file://${key}`,
    ...(optional ? ['skip_if_unavailable=1'] : []),
    '',
  ].join('\n');

type Enterprise = { readonly base: (version: string) => string; readonly key: (version: string) => string };

/** Names of keys as distribution-gpg-keys has them; addresses as the distributions' own `.repo` files. */
const ENTERPRISE: Readonly<Record<string, Enterprise>> = {
  rocky: {
    base: (version) => `https://dl.rockylinux.org/pub/rocky/${version}`,
    key: (version) => `rocky/RPM-GPG-KEY-${version === '8' ? 'rockyofficial' : `Rocky-${version}`}`,
  },
  almalinux: {
    base: (version) => `https://repo.almalinux.org/almalinux/${version}`,
    key: (version) => `alma/RPM-GPG-KEY-AlmaLinux-${version}`,
  },
  centos: {
    base: (version) => `https://mirror.stream.centos.org/${version}-stream`,
    key: () => 'centos/RPM-GPG-KEY-CentOS-Official',
  },
};

/** DKMS is in EPEL alone; without it what is built for one kernel still can be. */
const epel = (version: string, arch: string): Repository => ({
  id: 'epel',
  url: `https://dl.fedoraproject.org/pub/epel/${version}/Everything/${arch}/`,
  key: `${KEYS}/epel/RPM-GPG-KEY-EPEL-${version}`,
  optional: true,
});

function enterprise({ base, key }: Enterprise, { version }: Target, arch: string, mirror: string | undefined): readonly Repository[] {
  const top = (mirror ?? base(version)).replace(/\/$/, '');
  const own = ['BaseOS', 'AppStream'].map((id) => ({ id, url: `${top}/${id}/${arch}/os/`, key: `${KEYS}/${key(version)}` }));
  return [...own, epel(version, arch)];
}

function fedora({ version }: Target, arch: string, mirror: string | undefined): readonly Repository[] {
  const top = (mirror ?? 'https://dl.fedoraproject.org/pub/fedora/linux').replace(/\/$/, '');
  const key = `${KEYS}/fedora/RPM-GPG-KEY-fedora-${version}-primary`;
  return [
    { id: 'fedora', url: `${top}/releases/${version}/Everything/${arch}/os/`, key },
    { id: 'updates', url: `${top}/updates/${version}/Everything/${arch}/`, key },
  ];
}

/** `mirror`: the folder that holds BaseOS and AppStream; of Fedora, the one that holds releases and updates. Null: no repository of ours to name. */
export function rpmSources(target: Target, arch: string, mirror: string | undefined): RpmSources | null {
  const own = ENTERPRISE[target.id];
  if (own === undefined && target.id !== 'fedora') return null;
  const repositories = own ? enterprise(own, target, arch, mirror) : fedora(target, arch, mirror);
  return {
    text: repositories.map(stanza).join('\n'),
    keys: [...new Set(repositories.map(({ key }) => key))],
    from: FROM,
    platform: own ? `platform:el${target.version}` : null,
  };
}
