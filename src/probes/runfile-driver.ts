import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { PackedDriver } from './driver-packages.ts';
import { driverLibrariesIn } from './library-folders.ts';

export type RunfileDriver = { readonly kind: 'grid' | 'tesla'; readonly version: string };

const UNINSTALLERS = ['/usr/bin/nvidia-uninstall', '/usr/bin/nvidia-installer'] as const;
/** What nvidia-installer notes of what it replaced: version, description, then one line a file. Readable by root alone. */
const INSTALLER_LOG = '/var/lib/nvidia/log';
const LICENSING_DAEMON = '/usr/bin/nvidia-gridd';

async function isOwned(machine: Observer, path: string, { packages }: PackedDriver): Promise<boolean> {
  for (const name of packages) {
    const files = await machine.read(`/var/lib/dpkg/info/${name}.list`);
    if (files?.split('\n').includes(path)) return true;
  }
  // rpm's own database is binary; asked only where an installer lies there.
  if ((await machine.read('/var/lib/dpkg/status'))?.includes('Package:')) return false;
  return (await machine.run(['rpm', '-qf', path])).exitCode === 0;
}

const ownedByAny = async (machine: Observer, path: string, drivers: readonly PackedDriver[]): Promise<boolean> => {
  for (const driver of drivers) if (await isOwned(machine, path, driver)) return true;
  return false;
};

async function loggedVersion(machine: Observer): Promise<string | null> {
  try {
    const log = await machine.read(INSTALLER_LOG);
    return /^\s*(\d{3}\.\d+(?:\.\d+)?)\s*$/m.exec(log?.slice(0, 200) ?? '')?.[1] ?? null;
  } catch (error) {
    // Without root's rights the libraries' names must do.
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

const kindNow = async (machine: Observer, drivers: readonly PackedDriver[]): Promise<'grid' | 'tesla'> =>
  (await machine.status(LICENSING_DAEMON)) && !(await ownedByAny(machine, LICENSING_DAEMON, drivers))
    ? 'grid'
    : 'tesla';

async function hasOwnInstaller(machine: Observer, drivers: readonly PackedDriver[]): Promise<boolean> {
  for (const path of UNINSTALLERS)
    if ((await machine.status(path)) && !(await ownedByAny(machine, path, drivers))) return true;
  return false;
}

/**
 * The driver that a `.run` put there, or undefined. It shows by its uninstaller, or by libraries while no package makes a
 * driver or brings such libraries. An uninstaller without any library is what is left of a driver that is gone.
 * Throws `Unobservable` as the observer does.
 */
export async function runfileDriver(
  machine: Observer,
  drivers: readonly PackedDriver[],
  libraryPackages: boolean,
): Promise<RunfileDriver | undefined> {
  const packagesExplain = drivers.length > 0 || libraryPackages;
  if (packagesExplain && !(await hasOwnInstaller(machine, drivers))) return undefined;
  const versions = (await driverLibrariesIn(machine)).map(({ version }) => version);
  const unpacked = versions.find((version) => drivers.every((driver) => driver.version !== version));
  const version = unpacked ?? versions[0];
  if (version === undefined) return undefined;
  return { kind: await kindNow(machine, drivers), version: (await loggedVersion(machine)) ?? version };
}
