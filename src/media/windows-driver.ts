/** What a driver for Windows is, by the devices that its INF lists, else by its name. */
import { gpuById } from '../catalog/gpus.ts';
import { vgpuTypeByIds } from '../catalog/vgpu-types.ts';
import type { MediaFlavour } from '../domain/media-item.ts';
import { nvidiaVersionOf } from '../domain/windows-version.ts';
import type { InfDevice } from '../domain/windows-package.ts';
import { flavourOf } from './driver-name.ts';
import { parseInf, type Inf } from './windows-inf.ts';

const isVgpuType = ({ deviceId, subsystem }: InfDevice): boolean =>
  subsystem?.endsWith('10de') === true && vgpuTypeByIds(deviceId, subsystem.slice(0, 4)) !== undefined;

/** Which cloud a GRID driver is built for stands in the name of its catalogue: `nvgridsw_azure.cat`. */
const gridOf = (words: string): MediaFlavour => flavourOf(`grid-${words.replace(/[_.]/g, '-')}`) ?? 'grid';

/** Only a GRID driver lists boards of vGPU types; of the others those with consumer cards are for those. Null: no device that is known. */
export function flavourByDevices({ devices, catalogue }: Pick<Inf, 'devices' | 'catalogue'>): MediaFlavour | null {
  if (devices.some(isVgpuType)) return gridOf(catalogue ?? '');
  const classes = new Set([...new Set(devices.map(({ deviceId }) => deviceId))].map((id) => gpuById(id)?.class));
  if (classes.has('consumer')) return 'geforce';
  return classes.has('datacenter') || classes.has('workstation') ? 'tesla' : null;
}

/** `538.46_grid_win10_…_swl`, `537.70-data-center-tesla-desktop-win10-…`, `537.58-desktop-win10-win11-…`. */
export function flavourByName(name: string): MediaFlavour | null {
  const plain = name.replace(/\.\w+$/, '');
  const grid = flavourOf(plain);
  if (grid !== null) return grid;
  if (/data-?center|tesla|quadro|rtx-(?:desktop|enterprise)/i.test(plain)) return 'tesla';
  return /(?:desktop|notebook)-win/i.test(plain) ? 'geforce' : null;
}

export type ReadInf = Inf & { readonly version: string | null; readonly flavour: MediaFlavour | null };

export function readInf(text: string): ReadInf | null {
  const inf = parseInf(text);
  if (inf === null || inf.devices.length === 0) return null;
  return { ...inf, version: nvidiaVersionOf(inf.driverVersion), flavour: flavourByDevices(inf) };
}
