import { Unobservable, valueOf } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { InstalledPackage, PackageChange } from '../domain/run-event.ts';
import type { PackageList } from '../probes/package-list.ts';
import { examine } from './examine.ts';

/** dpkg and rpm can have one name for several architectures side by side; rpm also for several versions (kernels). */
function identify({ manager, packages }: PackageList): readonly Omit<InstalledPackage, 'auto'>[] {
  const native = packages.find(({ name }) => name === 'dpkg')?.arch;
  return packages.map(({ name, version, arch }) => {
    if (manager === 'rpm') return { name: `${name}.${arch}`, version };
    return { name: native === undefined || arch === native || arch === 'all' ? name : `${name}:${arch}`, version };
  });
}

/** Names that apt installed only because others need them. Other managers: [] (they do not offer it at a bearable price). */
async function autoNames(machine: Observer, manager: PackageList['manager']): Promise<ReadonlySet<string>> {
  if (manager !== 'dpkg') return new Set();
  try {
    const { stdout } = await machine.run(['apt-mark', 'showauto'], { timeoutMs: 60_000 });
    return new Set(stdout.split('\n').filter((line) => line !== ''));
  } catch (error) {
    // Expected: a guest without apt-mark. Marks are then neither recorded nor restored.
    if (error instanceof Unobservable) return new Set();
    throw error;
  }
}

/** All installed packages; undefined where they cannot be listed. */
export async function packageSet(machine: Observer): Promise<readonly InstalledPackage[] | undefined> {
  const list = valueOf((await examine(machine, ['packageList'])).packageList);
  if (list === undefined) return undefined;
  const auto = await autoNames(machine, list.manager);
  return identify(list).map((one) => ({ ...one, auto: auto.has(one.name) }));
}

const keyOf = ({ name, version }: InstalledPackage): string => `${name} ${version}`;

/** What leads from one set to another. A package of which only one version is on each side has changed; else it was added or removed. */
export function packageChange(before: readonly InstalledPackage[], after: readonly InstalledPackage[]): PackageChange {
  const beforeByKey = new Map(before.map((one) => [keyOf(one), one]));
  const afterByKey = new Map(after.map((one) => [keyOf(one), one]));
  const gone = before.filter((one) => !afterByKey.has(keyOf(one)));
  const come = after.filter((one) => !beforeByKey.has(keyOf(one)));
  const only = (list: readonly InstalledPackage[], name: string) =>
    list.filter((one) => one.name === name).length === 1;
  const changedNames = new Set(
    gone.filter(({ name }) => only(before, name) && only(after, name)).map(({ name }) => name),
  );
  const marked = before.filter((one) => {
    const now = afterByKey.get(keyOf(one));
    return now !== undefined && now.auto !== one.auto;
  });
  return {
    added: come.filter(({ name }) => !changedNames.has(name)),
    removed: gone.filter(({ name }) => !changedNames.has(name)),
    changed: [...gone.filter(({ name }) => changedNames.has(name)), ...marked],
  };
}
