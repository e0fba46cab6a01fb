/** The release that a bundle is for: this machine's, or one that is named (`debian-12`). */
import { refuse } from '../../domain/fault.ts';
import { parseOsRelease } from '../../probes/os.ts';
import { nearest } from '../../words/nearest.ts';
import { say } from '../../words/say.ts';

export type Target = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Debian's and Ubuntu's name of the release in their archives. */
  readonly codename: string | null;
  readonly manager: 'apt' | 'dnf' | 'zypper';
  /** The machine that makes the bundle is of this release: its own repositories are asked. */
  readonly isHere: boolean;
};

/** https://www.debian.org/releases/ and https://wiki.ubuntu.com/Releases. */
const CODENAMES: Readonly<Record<string, string>> = {
  'debian-11': 'bullseye',
  'debian-12': 'bookworm',
  'debian-13': 'trixie',
  'ubuntu-20.04': 'focal',
  'ubuntu-22.04': 'jammy',
  'ubuntu-24.04': 'noble',
};

const DNF_NAMES: Readonly<Record<string, string>> = {
  rhel: 'Red Hat Enterprise Linux',
  rocky: 'Rocky Linux',
  almalinux: 'AlmaLinux',
  centos: 'CentOS Stream',
  ol: 'Oracle Linux',
  fedora: 'Fedora',
};

const SUSE_NAMES: Readonly<Record<string, string>> = {
  sles: 'SUSE Linux Enterprise Server',
  'opensuse-leap': 'openSUSE Leap',
};

/** RHEL and its rebuilds are one repository a major release; SUSE has one a service pack. */
const majorOf = (id: string, version: string): string =>
  /^ubuntu$|suse|^sle/.test(id) ? version : version.replace(/\..*$/, '');

function here(text: string): Target {
  const { id, version, name, packageManager: manager } = parseOsRelease(text);
  if (version === null || manager === 'none')
    throw refuse('bad-request', say('bundle.release-here', { name }));
  const codename = /^VERSION_CODENAME=["']?([\w.-]+)/m.exec(text)?.[1] ?? null;
  return { id, version: majorOf(id, version), name, codename, manager, isHere: true };
}

/** Of those with rpm, what can be made elsewhere; more can be made where they run. */
const NAMED = ['rocky-8', 'rocky-9', 'rocky-10', 'almalinux-8', 'almalinux-9', 'almalinux-10', 'centos-9', 'fedora-41', 'fedora-42'];

/** Of a distribution with rpm; null: of another, or unknown. */
function rpmTarget(id: string, version: string): Target | null {
  const [dnf, suse] = [DNF_NAMES[id], SUSE_NAMES[id]];
  const ofRelease = { id, version: majorOf(id, version), codename: null, isHere: false };
  if (dnf !== undefined) return { ...ofRelease, name: `${dnf} ${ofRelease.version}`, manager: 'dnf' };
  return suse === undefined ? null : { ...ofRelease, name: `${suse} ${ofRelease.version}`, manager: 'zypper' };
}

function named(word: string): Target {
  const [, id = '', version = ''] = /^([a-z]+(?:-[a-z]+)*)-([\d.]+)$/.exec(word) ?? [];
  const codename = CODENAMES[word];
  if (codename !== undefined) {
    const name = `${id === 'ubuntu' ? 'Ubuntu' : 'Debian'} ${version}`;
    return { id, version, name, codename, manager: 'apt', isHere: false };
  }
  const ofRpms = rpmTarget(id, version);
  if (ofRpms !== null) return ofRpms;
  const words = [...Object.keys(CODENAMES), ...NAMED];
  const near = words.findLast((one) => one.startsWith(word)) ?? nearest(word, words) ?? words[0] ?? '';
  throw refuse('bad-request', say('bundle.release-unknown', { release: word, near, known: words.join(', ') }));
}

/** `osRelease`: the text of this machine's; `word`: what `--release` says. Refused (`bad-request`) where nobody knows it. */
export function targetOf(osRelease: string, word: string | undefined): Target {
  if (word === undefined) return here(osRelease);
  const { id, version } = parseOsRelease(osRelease);
  if (version !== null && word === `${id}-${majorOf(id, version)}`) return here(osRelease);
  const target = named(word);
  return version !== null && id === target.id && majorOf(id, version) === target.version ? here(osRelease) : target;
}
