import typeTable from '../../resources/knowledge/vgpu-types.jsonl';
import type { VgpuSeries } from '../domain/gpu.ts';
import { recordById, recordsWith, type Table } from './records.ts';

/** A vGPU type as the guest sees it; `id` is `device:subsystem device`, both of vendor 10de. */
export type VgpuType = {
  readonly id: string;
  readonly name: string;
  readonly series: VgpuSeries;
  readonly framebufferMiB: number | null;
  readonly migSlices?: number;
  /** First and last driver release whose name table has the type; null where no public table ever had it. */
  readonly first: string | null;
  readonly last: string | null;
  readonly formerNames?: readonly string[];
};

/** All that a name tells where the ids are not given. */
export type NamedVgpu = Pick<VgpuType, 'name' | 'series' | 'framebufferMiB' | 'first' | 'last'> & {
  /** Null where several cards have a type of this name, or none that is listed. */
  readonly deviceId: string | null;
};

const types = typeTable as Table<VgpuType>;

export const vgpuTypeByIds = (deviceId: string, subsystemDeviceId: string): VgpuType | undefined =>
  recordById(types, `${deviceId}:${subsystemDeviceId}`);

/** No two types share a subsystem id, and no physical board of another card has one of theirs: it names the type without its device. */
export const vgpuTypeBySubsystem = (subsystemDeviceId: string): VgpuType | undefined =>
  recordsWith(types, `:${subsystemDeviceId}",`)[0];

const deviceIdOf = (type: VgpuType): string => type.id.slice(0, 4);

const SUFFIX = /-(?:\d-)?(?<size>\d+)(?<series>[QABC])(?:ME)?\d?$/;

function fromSpelling(name: string): NamedVgpu | null {
  const { size, series } = SUFFIX.exec(name)?.groups ?? {};
  if (size === undefined || series === undefined) return null;
  const gibibytes = Number(size);
  return {
    name,
    series: series as VgpuSeries,
    framebufferMiB: gibibytes === 0 ? 512 : gibibytes * 1024,
    first: null,
    last: null,
    deviceId: null,
  };
}

/**
 * A vGPU type by the product name that nvidia-smi prints ("GRID P40-8Q", "NVIDIA A10-24Q"); null where it is no vGPU type's.
 * Names of older releases count too. Some gaming types carry a GeForce card's name and no size: such a name is no sign of a vGPU, so it is not found.
 */
export function vgpuTypeByName(name: string): NamedVgpu | null {
  const named = recordsWith(types, JSON.stringify(name)).filter(({ framebufferMiB }) => framebufferMiB !== null);
  const [type] = named;
  if (type === undefined) return fromSpelling(name);
  const devices = new Set(named.map(deviceIdOf));
  return {
    name,
    series: type.series,
    framebufferMiB: type.framebufferMiB,
    first: type.first,
    last: type.last,
    deviceId: devices.size === 1 ? deviceIdOf(type) : null,
  };
}

/** Maxwell boards (M6, M10, M60) run CUDA in a Q type only from 8 GiB on. */
const MAXWELL_CUDA_FLOOR_MIB = 8192;

/**
 * Whether a vGPU of this series runs CUDA: Q and C do, B and A do not; null where no source says (gaming types, K100/K200).
 */
export function runsCuda(
  series: VgpuSeries,
  framebufferMiB: number | null,
  architecture: string | null,
): boolean | null {
  switch (series) {
    case 'C':
      return true;
    case 'Q':
      if (architecture !== 'Maxwell') return true;
      return framebufferMiB === null ? null : framebufferMiB >= MAXWELL_CUDA_FLOOR_MIB;
    case 'A':
    case 'B':
      return false;
    case 'gaming':
    case 'NVS':
      return null;
  }
}
