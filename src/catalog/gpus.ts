import gpuTable from '../../resources/knowledge/gpus.jsonl';
import deviceTable from '../../resources/knowledge/vgpu-devices.jsonl';
import type { CardClass } from '../domain/gpu.ts';
import type { ModuleFlavour } from '../domain/profile.ts';
import { recordById, recordsWith, type Table } from './records.ts';

export type ModuleSupport = ModuleFlavour | 'both';

/** A GPU by its PCI device id (vendor 10de), as resources/knowledge/gpus.jsonl has it. */
export type CatalogGpu = {
  readonly id: string;
  readonly name: string;
  readonly arch: string;
  readonly chip: string;
  readonly class: CardClass;
  /** Which kernel modules drive the whole card. */
  readonly modules: ModuleSupport;
  readonly modulesFrom: 'list' | 'rule';
  readonly reserved?: true;
  readonly vgpuTypes?: number;
  readonly boards?: readonly { readonly name: string | null; readonly subsystems: readonly string[] }[];
};

/** A device id under which vGPUs appear, and the physical boards of NVIDIA's own with the same id. */
export type VgpuDevice = {
  readonly id: string;
  readonly board: string;
  readonly types: number;
  readonly physical: readonly string[];
};

const gpus = gpuTable as Table<CatalogGpu>;
const devices = deviceTable as Table<VgpuDevice>;

/** Ids are lower-case hex without 0x. */
export const gpuById = (deviceId: string): CatalogGpu | undefined => recordById(gpus, deviceId);

export const vgpuDevice = (deviceId: string): VgpuDevice | undefined => recordById(devices, deviceId);

/** The physical board that a list names for this subsystem; its name is null where the list gives none of its own. */
export function boardOf(
  gpu: CatalogGpu,
  subsystemVendorId: string,
  subsystemDeviceId: string,
): { name: string | null } | null {
  const subsystem = `${subsystemVendorId}:${subsystemDeviceId}`;
  const board = gpu.boards?.find(({ subsystems }) => subsystems.includes(subsystem));
  return board ? { name: board.name } : null;
}

/**
 * The GPUs that carry this product name, by device or by board. Drivers since 470 or so put "NVIDIA" before names that older
 * ones print bare ("A100-SXM4-40GB"), so the name is looked for with and without it.
 */
export function gpusByName(name: string): readonly CatalogGpu[] {
  const bare = name.replace(/^NVIDIA /, '').trim();
  if (bare === '') return [];
  const found = [bare, `NVIDIA ${bare}`].flatMap((spelling) => recordsWith(gpus, `"name":${JSON.stringify(spelling)}`));
  return [...new Map(found.map((gpu) => [gpu.id, gpu])).values()];
}

const alike = (a: CatalogGpu, b: CatalogGpu): boolean =>
  a.arch === b.arch && a.class === b.class && a.modules === b.modules;

/**
 * For a source that names the card without its id: the cards of this name, where all are of one kind and none of them can be a vGPU, so
 * that it does not matter which it is (a "GeForce RTX 3080" has three ids). Else [].
 */
export function cardsAlike(name: string): readonly CatalogGpu[] {
  const cards = gpusByName(name);
  const [first] = cards;
  return first !== undefined && cards.every((card) => alike(card, first) && vgpuDevice(card.id) === undefined)
    ? cards
    : [];
}
