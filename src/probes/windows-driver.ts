import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { flavourByDevices, readInf } from '../media/windows-driver.ts';
import { infText } from '../media/windows-inf.ts';
import { ifObservable } from './if-observable.ts';
import type { InstalledDriver } from './installed-drivers.ts';
import { defineProbe } from './probe.ts';
import { displaysOfWindows } from './windows/ask-displays.ts';
import { isNvidia, type WindowsDisplay } from './windows/display-records.ts';

export type BoundDriver = Pick<InstalledDriver, 'version' | 'kind'> & {
  /** As Windows has published it, `oem12.inf`; null where it is not said. */
  readonly inf: string | null;
};

/** NVIDIA's drivers that Windows has bound to display devices, each once. */
export type WindowsDriver =
  { readonly kind: 'not-applicable' } | { readonly kind: 'listed'; readonly drivers: readonly BoundDriver[] };

const INF_FOLDER = 'C:\\Windows\\INF';

/** Windows keeps the INF of every driver that it has, as it came (Microsoft Learn, "Driver Store"). */
async function kindByInf(machine: Observer, inf: string | null): Promise<BoundDriver['kind'] | null> {
  if (inf === null) return null;
  const bytes = await ifObservable(machine.readBytes(`${INF_FOLDER}\\${inf}`, { offset: 0, length: 8 * 1024 * 1024 }));
  const flavour = bytes && readInf(infText(bytes))?.flavour;
  if (flavour === undefined || flavour === null) return null;
  return flavour === 'grid-aws' || flavour === 'grid-azure' ? 'grid' : flavour;
}

/** No other driver starts a vGPU. */
function startsVgpu({ deviceId, subsystemDeviceId, subsystemVendorId, problem }: WindowsDisplay): boolean {
  if (problem !== 0 || deviceId === null || subsystemDeviceId === null) return false;
  const subsystem = `${subsystemDeviceId}${subsystemVendorId ?? ''}`;
  return flavourByDevices({ devices: [{ deviceId, subsystem, arch: null, fromBuild: null }], catalogue: null }) === 'grid';
}

async function driverOf(machine: Observer, display: WindowsDisplay): Promise<readonly BoundDriver[]> {
  const { driverVersion: version, inf } = display;
  if (version === null) return [];
  const kind = (await kindByInf(machine, inf)) ?? (startsVgpu(display) ? 'grid' : 'unknown');
  return [{ version, kind, inf }];
}

async function observe(machine: Observer): Promise<WindowsDriver> {
  const displays = (await displaysOfWindows(machine)).filter(isNvidia);
  const found = (await Promise.all(displays.map((display) => driverOf(machine, display)))).flat();
  const drivers = found.filter((one, at) => found.findIndex(({ version, inf }) => version === one.version && inf === one.inf) === at);
  return { kind: 'listed', drivers };
}

async function onLinux(machine: Observer): Promise<WindowsDriver> {
  if (machine.origin.kind !== 'recorded') return { kind: 'not-applicable' };
  try {
    return await observe(machine);
  } catch (error) {
    // Expected: a text that shows nothing of Windows.
    if (error instanceof Unobservable) return { kind: 'not-applicable' };
    throw error;
  }
}

export const windowsDriver = defineProbe({
  key: 'windowsDriver',
  question: 'Which NVIDIA driver has Windows bound to the display devices, and of which kind is it?',
  observe: { linux: onLinux, windows: observe },
});
