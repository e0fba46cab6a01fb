/** INFs as a simulated Windows keeps them: each under a name of its own, bound to the devices that it lists. */
import { nvidiaVersionOf } from '../../domain/windows-version.ts';
import { parseInf } from '../../media/windows-inf.ts';
import type { Files } from '../files.ts';
import { changeDevices, devicesIn, isNvidias, type Device } from './devices.ts';

const INF_FOLDER = '/C:/Windows/INF';
const NO_DRIVER = 28;

const idsIn = (ids: string) => /VEN_10DE&DEV_([0-9A-F]{4})&SUBSYS_([0-9A-F]{8})/.exec(ids.toUpperCase());

/** Whether the INF lists this device, or all boards of it. */
function lists(inf: string, { ids }: Device): boolean {
  const [, device, subsystem] = idsIn(ids) ?? [];
  return (parseInf(inf)?.devices ?? []).some(
    (one) => one.deviceId === device?.toLowerCase() && (one.subsystem === null || one.subsystem === subsystem?.toLowerCase()),
  );
}

const publishedIn = (files: Files): readonly string[] => (files.names(INF_FOLDER) ?? []).filter((name) => /^oem\d+\.inf$/.test(name));

export const publishedText = (files: Files, name: string): string | undefined => files.text(`${INF_FOLDER}/${name}`);

/** Under which name the same INF is there; undefined: it is not. */
export const publishedAs = (files: Files, inf: string): string | undefined =>
  publishedIn(files).find((name) => publishedText(files, name) === inf);

/** Under that name, or the next that is free. */
export function publish(files: Files, inf: string, as?: string): string {
  const there = publishedAs(files, inf);
  if (there !== undefined) return there;
  const numbers = publishedIn(files).map((name) => Number(/\d+/.exec(name)?.[0] ?? 0));
  const name = as ?? `oem${String(Math.max(0, ...numbers) + 1)}.inf`;
  files.write(`${INF_FOLDER}/${name}`, inf);
  return name;
}

/** How many devices have got the driver. `problem`: their state until the next boot. */
export function bind(files: Files, published: string, problem: number): number {
  const inf = publishedText(files, published) ?? '';
  const version = parseInf(inf)?.driverVersion ?? '';
  const takes = (device: Device): boolean => isNvidias(device) && lists(inf, device);
  const count = devicesIn(files).filter(takes).length;
  changeDevices(files, (device) =>
    takes(device) ? { ...device, problem, driver: { version, inf: published, service: 'nvlddmkm' } } : device,
  );
  return count;
}

/** Off the devices, and out of the store. */
export function unpublish(files: Files, published: string): void {
  changeDevices(files, (device) =>
    device.driver?.inf === published ? { ...device, driver: null, problem: NO_DRIVER } : device,
  );
  files.removeTree(`${INF_FOLDER}/${published}`);
}

/** NVIDIA's number of the driver that a device has; null: none of NVIDIA's. */
export const boundVersion = ({ driver }: Device): string | null => (driver?.service === 'nvlddmkm' ? nvidiaVersionOf(driver.version) : null);

export const worksWithDriver = (device: Device): boolean => isNvidias(device) && boundVersion(device) !== null && device.problem === 0;
