import { gpuById, vgpuDevice } from '../catalog/gpus.ts';

/** `PCI\VEN_10DE&DEV_24B0&SUBSYS_14AD10DE&REV_A1`, in prose, in setupapi.dev.log, in a list of hardware ids. */
const ID = /PCI\\+VEN_10DE&(?:amp;)?DEV_([0-9A-F]{4})(?:&(?:amp;)?SUBSYS_([0-9A-F]{8}))?/gi;

/** NVIDIA's audio functions and USB controllers have ids of the same form; the catalogue knows only GPUs. */
const isGpu = (deviceId: string): boolean => gpuById(deviceId) !== undefined || vgpuDevice(deviceId) !== undefined;

type Bare = { readonly device: string; readonly subsystem: string | undefined };

/**
 * GPUs that a text names by nothing but their hardware ids, as a record of each (`PNPDeviceID : …`); '' where it has none. Ids that
 * stand in a record of their own are among them: whoever reads both puts them together.
 */
export function bareIds(text: string): string {
  const found = new Map<string, Bare>();
  for (const [, id = '', subsystem] of text.matchAll(ID)) {
    const device = id.toUpperCase();
    if (!isGpu(device.toLowerCase())) continue;
    const known = found.get(device);
    if (known?.subsystem === undefined) found.set(device, { device, subsystem: subsystem?.toUpperCase() });
  }
  return [...found.values()]
    .map(
      ({ device, subsystem }) =>
        `\n\nPNPDeviceID : PCI\\VEN_10DE&DEV_${device}${subsystem ? `&SUBSYS_${subsystem}` : ''}\n`,
    )
    .join('');
}
