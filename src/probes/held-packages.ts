import type { Observer } from '../domain/machine.ts';
import { DPKG_STATUS, parseDpkgStatus } from './dpkg-status.ts';
import { defineProbe } from './probe.ts';

export type HeldPackages = readonly string[];

/** dnf 4, yum, dnf 5, zypper: where each keeps its locks. */
const DNF_LOCKS = ['/etc/dnf/plugins/versionlock.list', '/etc/yum/pluginconf.d/versionlock.list'] as const;
const DNF5_LOCKS = '/etc/dnf/versionlock.toml';
const ZYPPER_LOCKS = '/etc/zypp/locks';

/** `nvidia-driver-3:535.183.01-1.el9.*` → `nvidia-driver`; a leading `!` excludes, and holds nothing. */
export const parseVersionLock = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .map((line) => /^(?:\d+:)?(.+?)-(?:\d+:)?[^-]+-[^-]+$/.exec(line)?.[1] ?? line);

const parseDnf5Lock = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*name\s*=\s*"([^"]+)"/gm)].map(([, name = '']) => name);

const parseZypperLocks = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*solvable_name:\s*(\S+)/gm)].map(([, name = '']) => name);

/** Names (zypper: patterns) that dnf or zypper keep as they are. Throws `Unobservable` as the observer does. */
export async function heldRpms(machine: Observer): Promise<readonly string[]> {
  const read = async (path: string): Promise<string> => (await machine.read(path)) ?? '';
  const lists = await Promise.all(DNF_LOCKS.map(read));
  return [
    ...new Set([
      ...lists.flatMap(parseVersionLock),
      ...parseDnf5Lock(await read(DNF5_LOCKS)),
      ...parseZypperLocks(await read(ZYPPER_LOCKS)),
    ]),
  ].sort();
}

async function observe(machine: Observer): Promise<HeldPackages> {
  const status = await machine.read(DPKG_STATUS);
  if (status?.includes('Package:') !== true) return heldRpms(machine);
  return parseDpkgStatus(status, /^Status: hold /m)
    .filter(({ want }) => want === 'hold')
    .map(({ name }) => name)
    .sort();
}

export const heldPackages = defineProbe({
  key: 'heldPackages',
  question: 'Which packages are held back from upgrades?',
  observe: { linux: observe },
});
