/** NVIDIA's devices as Windows' Device Manager shows them. */
import { gpuById } from '../catalog/gpus.ts';
import { FIRST_GEFORCE_IN_GUESTS } from '../catalog/windows-drivers.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Evidence } from '../domain/finding.ts';
import { compareVersions } from '../domain/version.ts';
import type { WindowsDisplays } from '../probes/windows-displays.ts';
import type { WindowsDisplay } from '../probes/windows/display-records.ts';
import { seen } from './evidence.ts';

const NVIDIA = '10de';

/** A device without a name is what a person means who only speaks of its code. [] where none is listed, or this is not Windows. */
export function nvidiaDisplays(displays: Fact<WindowsDisplays>): readonly WindowsDisplay[] {
  const value = valueOf(displays);
  if (value?.kind !== 'listed') return [];
  return value.displays.filter(
    ({ vendorId, name }) => vendorId === NVIDIA || (vendorId === null && (name === null || isNamed(name))),
  );
}

const isNamed = (name: string | null): boolean => /nvidia|geforce|quadro|tesla|\bGRID\b/i.test(name ?? '');

/** The first of NVIDIA's devices with one of these Device Manager codes (43: stopped by its driver, 28: no driver, 12: no memory …). */
export const withProblem = (displays: Fact<WindowsDisplays>, ...codes: readonly number[]): WindowsDisplay | undefined =>
  nvidiaDisplays(displays).find(({ problem }) => problem !== null && codes.includes(problem));

export const windowsName = ({ name, deviceId }: WindowsDisplay): string =>
  name ?? (deviceId === null ? 'NVIDIA' : (gpuById(deviceId)?.name ?? `10de:${deviceId}`));

export const displayLines = ({ evidence, problem }: WindowsDisplay): readonly Evidence[] =>
  evidence.length > 0
    ? evidence.map((text) => seen('Device Manager', text))
    : [seen('Device Manager', `Code ${problem ?? '?'}`)];

const isConsumer = ({ name, deviceId }: WindowsDisplay): boolean =>
  /geforce/i.test(name ?? '') || (deviceId !== null && gpuById(deviceId)?.class === 'consumer');

/** A GeForce card whose driver refuses to start where it sees a hypervisor. */
export const minds = (display: WindowsDisplay): boolean =>
  isConsumer(display) &&
  display.driverVersion !== null &&
  compareVersions(display.driverVersion, FIRST_GEFORCE_IN_GUESTS) < 0;

/** Nothing says that it does not: the card or its driver's version is not told. */
export function mayMind(display: WindowsDisplay): boolean {
  const { name, deviceId, driverVersion } = display;
  const isUntold = name === null && deviceId === null;
  if (!isUntold && !isConsumer(display)) return false;
  return driverVersion === null || compareVersions(driverVersion, FIRST_GEFORCE_IN_GUESTS) < 0;
}

/** Windows drives it with its own Basic Display Adapter: NVIDIA's driver is not installed. */
export const isBasic = ({ name, inf, problem }: WindowsDisplay): boolean =>
  problem === 28 || inf?.toLowerCase() === 'display.inf' || /Microsoft (?:Basic Display|基本)/i.test(name ?? '');
