import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { driversIn, type Packed } from './driver-packages.ts';
import { parseDpkgList, parseDpkgStatus } from './dpkg-status.ts';
import { ifObservable } from './if-observable.ts';
import { packageDatabase, queryRpm } from './package-list.ts';
import { defineProbe } from './probe.ts';
import { runfileDriver } from './runfile-driver.ts';

export type InstalledDriver = {
  readonly version: string;
  readonly kind: 'grid' | 'tesla' | 'geforce' | 'unknown';
  readonly origin: 'deb' | 'rpm' | 'runfile';
  readonly packages: readonly string[];
};
export type InstalledDrivers = readonly InstalledDriver[];

type Nvidias = { readonly origin: 'deb' | 'rpm'; readonly packages: readonly Packed[] };

const PATTERNS = ['*nvidia*', '*NVIDIA*', 'cuda-drivers*', 'libcuda*'] as const;
const OURS = /^Package: .*(nvidia|cuda-drivers|libcuda|libnvcuvid)/im;
const isOurs = ({ name }: Packed): boolean => /nvidia|^cuda-drivers|^libcuda|^libnvcuvid/i.test(name);

/** A guest with neither database has its driver from a runfile, if at all. */
async function nvidiaPackages(machine: Observer): Promise<Nvidias> {
  try {
    const database = await packageDatabase(machine);
    return database.kind === 'dpkg'
      ? { origin: 'deb', packages: parseDpkgStatus(database.text, OURS).filter(isOurs) }
      : { origin: 'rpm', packages: await queryRpm(machine, ...PATTERNS) };
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    if (error.ignorance.kind === 'tool-missing' && error.ignorance.tool.includes('dpkg'))
      return { origin: 'deb', packages: [] };
    if (error.ignorance.kind !== 'not-in-source') throw error;
    // A recorded source has the excerpt that somebody pasted, if any.
    return excerpt(machine);
  }
}

async function excerpt(machine: Observer): Promise<Nvidias> {
  const list = await ifObservable(machine.run(['dpkg', '-l', '*nvidia*']));
  if (list) return { origin: 'deb', packages: parseDpkgList(list.stdout).filter(isOurs) };
  return { origin: 'rpm', packages: (await queryRpm(machine, ...PATTERNS)).filter(isOurs) };
}

async function observe(machine: Observer): Promise<InstalledDrivers> {
  const { origin, packages } = await nvidiaPackages(machine);
  const drivers = driversIn(packages);
  const packed = drivers.map((driver) => ({ ...driver, origin }));
  try {
    const libraryPackages = packages.some(({ name }) => /^lib(cuda1|nvidia-ml)|^libnvidia-compute/.test(name));
    const runfile = await runfileDriver(machine, drivers, libraryPackages);
    return runfile ? [...packed, { ...runfile, origin: 'runfile', packages: [] }] : packed;
  } catch (error) {
    // Packages that are there are there, whatever else cannot be seen; none and unseen is not known.
    if (error instanceof Unobservable && packed.length > 0) return packed;
    throw error;
  }
}

export const installedDrivers = defineProbe({
  key: 'installedDrivers',
  question: 'Which NVIDIA drivers are installed, and by which means?',
  observe: { linux: observe },
});
