import { Unobservable } from '../domain/fact.ts';
import type { Command, Observer } from '../domain/machine.ts';
import type { InstalledPackage, PackageChange } from '../domain/run-event.ts';
import { isKey, rpmName } from './rpm-name.ts';

/** A rehearsal of the removal, and the packages in its answer that would go too. */
const rehearsals = {
  dpkg: (packages: readonly InstalledPackage[]): Command => [
    'apt-get',
    '--simulate',
    'purge',
    ...packages.map(({ name }) => name),
  ],
  rpm: (packages: readonly InstalledPackage[]): Command => ['rpm', '-e', '--test', ...packages.map(rpmName)],
};
const GOING = {
  dpkg: /^(?:Purg|Remv) (\S+)/gm,
  /** `\tgcc is needed by (installed) foo-1-1.noarch` */
  rpm: / is needed by \(installed\) (\S+)$/gm,
};

/** Packages that would go too because they need what is to go: somebody has installed them since. */
export async function othersThatNeed(
  machine: Observer,
  manager: 'apt' | 'dnf' | 'zypper',
  { added }: PackageChange,
): Promise<readonly string[]> {
  const packages = added.filter((one) => !isKey(one));
  if (packages.length === 0) return [];
  const kind = manager === 'apt' ? 'dpkg' : 'rpm';
  const names = new Set(packages.flatMap((one) => (kind === 'rpm' ? [rpmName(one)] : [one.name])));
  try {
    const { stdout, stderr } = await machine.run(rehearsals[kind](packages), { timeoutMs: 120_000 });
    const going = [...`${stdout}\n${stderr}`.matchAll(GOING[kind])].map(([, name = '']) => name);
    return [...new Set(going)].filter((name) => !names.has(name) && !names.has(name.replace(/:.*/, '')));
  } catch (error) {
    // Expected: the rehearsal did not end in time. The removal itself will say what it cannot do.
    if (error instanceof Unobservable) return [];
    throw error;
  }
}
