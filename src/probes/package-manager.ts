import type { Observer } from '../domain/machine.ts';
import { DPKG_STATUS, isBroken, parseDpkgStatus } from './dpkg-status.ts';
import { packageLock } from './package-locks.ts';
import { defineProbe } from './probe.ts';

export type PackageManager = {
  readonly manager: 'apt' | 'dnf' | 'zypper' | 'none';
  /** Who holds its lock; null: nobody. Program and process id where /proc says. */
  readonly lockedBy: { readonly pid: number | null; readonly program: string | null } | null;
  /** A dpkg run was cut off: 'dpkg --configure -a' is due. */
  readonly interrupted: boolean;
};

const PROGRAMS = [
  ['zypper', '/usr/bin/zypper'],
  ['dnf', '/usr/bin/dnf'],
  ['dnf', '/usr/bin/yum'],
] as const;

/** The manager whose packages make this guest; one that is there as a mere tool does not count. */
export async function managerOf(machine: Observer): Promise<PackageManager['manager']> {
  const status = await machine.read(DPKG_STATUS);
  if (status?.includes('Package:') && (await machine.status('/usr/bin/apt-get'))) return 'apt';
  for (const [manager, path] of PROGRAMS) if (await machine.status(path)) return manager;
  return 'none';
}

const DAMAGED = /^Status: .*(reinstreq|half-installed|half-configured|unpacked)/m;

/** What dpkg notes of each package while it works lies in updates/ until it is done. */
async function dpkgInterrupted(machine: Observer): Promise<boolean> {
  const notes = (await machine.list('/var/lib/dpkg/updates')) ?? [];
  if (notes.some((name) => /^\d+$/.test(name))) return true;
  return parseDpkgStatus((await machine.read(DPKG_STATUS)) ?? '', DAMAGED).some(isBroken);
}

async function observe(machine: Observer): Promise<PackageManager> {
  const manager = await managerOf(machine);
  const lockedBy = await packageLock(machine);
  // While somebody works, half-done is how it must look.
  const interrupted = manager === 'apt' && lockedBy === null && (await dpkgInterrupted(machine));
  return { manager, lockedBy, interrupted };
}

export const packageManager = defineProbe({
  key: 'packageManager',
  question: 'Is the package manager free and sound?',
  observe: { linux: observe },
});
