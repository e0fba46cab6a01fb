import type { Choice, DriverChoice } from '../../domain/choice.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { InstalledDriver, InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { PackageList } from '../../probes/package-list.ts';

export type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;

type WithChoice = { readonly choice: Choice };

export const chosenIn = ({ choice: { driver } }: WithChoice): Chosen | null =>
  driver.kind === 'chosen' ? driver : null;

/** Why no driver is asked for; null where one is, or should be and does not fit. */
export const noDriverWanted = ({ choice: { driver } }: WithChoice): Message | null =>
  driver.kind === 'not-wanted' ? driver.reason : null;

/** The version to be reached; null: any that is there. */
export const targetVersion = (chosen: Chosen): string | null => chosen.versions[0] ?? null;

/** `3:535.183.01-1~deb12u1` → `535.183.01`: a driver's own number, without a packager's epoch and revision. */
const upstream = (version: string): string => version.replace(/^\d+:/, '').replace(/[-~+].*$/, '');
export const isSameVersion = (a: string, b: string): boolean => upstream(a) === upstream(b);

/** On Linux the data-centre and the consumer driver are one; only GRID is another. */
export const isSameKind = (installed: InstalledDriver['kind'], chosen: Chosen['driver']): boolean =>
  (installed === 'grid') === (chosen === 'grid');

export const isChosen = (driver: InstalledDriver, chosen: Chosen): boolean => {
  const target = targetVersion(chosen);
  return isSameKind(driver.kind, chosen.driver) && (target === null || isSameVersion(driver.version, target));
};

/** The packages by which the chosen driver comes; [] for a runfile, and for what is there already. */
export function packagesOf({ source }: Chosen): readonly string[] {
  if (source.kind === 'distro') return source.packages;
  return source.kind === 'media' && source.packageName !== null ? [source.packageName] : [];
}

/** `name=version`, `name/suite` and `name:arch`, as given to a package manager, name the same package. */
const bareName = (name: string): string => name.replace(/[=/:].*$/, '');

export function missingPackages(names: readonly string[], list: Fact<PackageList>): readonly string[] {
  // Unknown: none of them is known to be there.
  const whole = new Set(
    list.known ? list.value.packages.filter(({ broken }) => !broken).map(({ name }) => bareName(name)) : [],
  );
  return names.filter((name) => !whole.has(bareName(name)));
}

export type DriverState =
  | { readonly kind: 'there'; readonly driver: InstalledDriver }
  | { readonly kind: 'absent' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'without-module'; readonly driver: InstalledDriver; readonly kernel: string }
  | { readonly kind: 'other-flavour'; readonly driver: InstalledDriver };

export type DriverFacts = {
  readonly installedDrivers: InstalledDrivers;
  readonly nvidiaModule: NvidiaModule;
  readonly kernel: Kernel;
  readonly packageList: Fact<PackageList>;
};

/** How far the chosen driver is installed, for the kernel that boots next. Says nothing of what is loaded. */
export function driverState(chosen: Chosen, facts: DriverFacts): DriverState {
  const driver = facts.installedDrivers.find((one) => isChosen(one, chosen));
  if (!driver) return { kind: 'absent' };
  const missing = missingPackages(packagesOf(chosen), facts.packageList);
  if (missing.length > 0) return { kind: 'incomplete', missing };

  const kernel = facts.kernel.nextBoot;
  const modules = facts.nvidiaModule.files.filter(
    (file) => file.kernel === kernel && (file.version === null || isSameVersion(file.version, driver.version)),
  );
  if (modules.length === 0) return { kind: 'without-module', driver, kernel };
  return modules.some(({ flavour }) => flavour === null || flavour === chosen.kernelModule)
    ? { kind: 'there', driver }
    : { kind: 'other-flavour', driver };
}
