import type { Observer } from '../domain/machine.ts';
import { parseDpkgList } from './dpkg-status.ts';
import { ifObservable } from './if-observable.ts';
import { queryRpm } from './package-list.ts';
import { defineProbe } from './probe.ts';

/**
 * Packages that a text names: excerpts of lists, and what apt, dnf and zypper said that they put on or take away. What it does
 * not name may be there all the same. [] on a guest: there `packageList` has all of them.
 */
export type ToldPackages = readonly {
  readonly name: string;
  readonly change: 'installed' | 'removed';
  /** As it stands, or in the words of a list: `cuda 12.4.1-1`. */
  readonly text: string;
}[];

/** Where a recorded text has what package managers said of their work: change, name and line, between tabs. No file of a guest is called so. */
export const PACKAGE_CHANGES = 'changes told by a package manager';

async function listed(machine: Observer): Promise<ToldPackages> {
  const dpkg = await ifObservable(machine.run(['dpkg', '-l', '*nvidia*']));
  const rpm = (await ifObservable(queryRpm(machine))) ?? [];
  const installed = parseDpkgList(dpkg?.stdout ?? '').filter(({ state }) => state === 'installed');
  return [
    ...installed.map(({ name, version }) => ({ name, change: 'installed' as const, text: `${name} ${version}` })),
    // As rpm itself names a package.
    ...rpm.map(({ name, version, arch }) => ({
      name,
      change: 'installed' as const,
      text: `${name}-${version}.${arch}`,
    })),
  ];
}

async function observe(machine: Observer): Promise<ToldPackages> {
  if (machine.origin.kind !== 'recorded') return [];
  const changes = (await ifObservable(machine.read(PACKAGE_CHANGES))) ?? '';
  return [
    ...(await listed(machine)),
    ...changes.split('\n').flatMap((line): ToldPackages => {
      const [change, name, text] = line.split('\t');
      return name === undefined || text === undefined
        ? []
        : [{ name, change: change === 'removed' ? 'removed' : 'installed', text }];
    }),
  ];
}

export const toldPackages = defineProbe({
  key: 'toldPackages',
  question: 'Which packages does the text name?',
  observe: { linux: observe, windows: observe },
});
