import type { Choice, DriverChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { DriverLibraries } from '../../probes/driver-libraries.ts';
import type { InstalledDriver, InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { PackageList } from '../../probes/package-list.ts';
import type { Tools } from '../../probes/tools.ts';

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
const isSameKind = (installed: InstalledDriver['kind'], chosen: Chosen['driver']): boolean =>
  (installed === 'grid') === (chosen === 'grid');

export const isChosen = (driver: InstalledDriver, chosen: Chosen): boolean => {
  const target = targetVersion(chosen);
  // What is installed and stays was found to fit, whatever it is called: a cloud's image has GRID on whole cards.
  const isOfKind = chosen.source.kind === 'installed' || isSameKind(driver.kind, chosen.driver);
  return isOfKind && (target === null || isSameVersion(driver.version, target));
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
  readonly tools: Fact<Tools>;
  readonly driverLibraries: Fact<DriverLibraries>;
};

/** The wanted packages that are missing while the driver's programs and libraries are not all there; null: it is whole. */
function whatIsMissing(chosen: Chosen, driver: InstalledDriver, facts: DriverFacts): readonly string[] | null {
  const hasNvidiaSmi = valueOf(facts.tools)?.['nvidia-smi'];
  const names = packagesOf(chosen);
  if (names.length === 0) return hasNvidiaSmi === null ? [] : null;
  const missing = missingPackages(names, facts.packageList);
  const hasCuda = valueOf(facts.driverLibraries)?.some(
    ({ path, version }) => path.includes('/libcuda.so') && isSameVersion(version, driver.version),
  );
  // By whichever packages it came: what is needed is there.
  return missing.length === 0 || (hasNvidiaSmi && hasCuda) ? null : missing;
}

/** How far the chosen driver is installed, for the kernel that boots next. Says nothing of what is loaded. */
export function driverState(chosen: Chosen, facts: DriverFacts): DriverState {
  const driver = facts.installedDrivers.find((one) => isChosen(one, chosen));
  if (!driver) return { kind: 'absent' };
  const missing = whatIsMissing(chosen, driver, facts);
  if (missing !== null) return { kind: 'incomplete', missing };

  const kernel = facts.kernel.nextBoot;
  const modules = facts.nvidiaModule.files.filter(
    (file) => file.kernel === kernel && (file.version === null || isSameVersion(file.version, driver.version)),
  );
  if (modules.length === 0) return { kind: 'without-module', driver, kernel };
  return modules.some(({ flavour }) => flavour === null || flavour === chosen.kernelModule)
    ? { kind: 'there', driver }
    : { kind: 'other-flavour', driver };
}
