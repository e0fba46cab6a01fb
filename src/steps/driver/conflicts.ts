import type { InstalledDriver, InstalledDrivers } from '../../probes/installed-drivers.ts';
import { isChosen, packagesOf, type Chosen } from './chosen.ts';

/** Never removed with a driver: they are used with any driver, and others depend on them. */
const NOT_A_DRIVER =
  /^(lib)?nvidia-container|^nvidia-docker|^cuda-toolkit|^nvidia-cuda-|^cuda-(?!drivers)|^nvidia-fabricmanager/;

/** Whether the installer of the chosen driver takes the place of this one by itself. */
function givesWay(driver: InstalledDriver, chosen: Chosen): boolean {
  const { source } = chosen;
  if (source.kind === 'media' && source.format === 'run') return driver.origin === 'runfile';
  if (driver.origin === 'runfile') return false;
  // The same packages in another version: an upgrade.
  const names = packagesOf(chosen);
  return names.length > 0 && names.some((name) => driver.packages.includes(name));
}

/** The installed drivers that must go before the chosen one comes. */
export function conflictsWith(chosen: Chosen, installed: InstalledDrivers): InstalledDrivers {
  const there = installed.filter((driver) => isChosen(driver, chosen));
  const fits = (driver: InstalledDriver): boolean => {
    if (!isChosen(driver, chosen)) return false;
    // The chosen version twice, by package and by runfile: the package stays, as upgrades know of it.
    return there.length === 1 || driver.origin !== 'runfile';
  };
  return installed.filter((driver) => !fits(driver) && (there.length > 0 || !givesWay(driver, chosen)));
}

export const removable = ({ packages }: InstalledDriver): readonly string[] =>
  packages.filter((name) => !NOT_A_DRIVER.test(name));
