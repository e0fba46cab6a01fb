import { boardOf, type CatalogGpu } from '../catalog/gpus.ts';

/** "GRID RTX6000-8Q" and "Quadro RTX 6000" are of one card: makers' words and blanks do not count. */
const bare = (name: string): string => name.replace(/^(?:(?:NVIDIA|GRID|Quadro|Tesla) )+/, '').replaceAll(' ', '');

type Subsystem = { readonly vendorId: string; readonly deviceId: string };

/**
 * The product name of a card. Some device ids are of two boards ("NVIDIA A16 / NVIDIA A2"): the subsystem of a physical board
 * tells which, a vGPU type's name does, or what nvidia-smi says.
 */
export function cardName(
  gpu: CatalogGpu,
  subsystem: Subsystem | null,
  vgpuType: string | null,
  smiName: string | null,
): string {
  const board = subsystem && boardOf(gpu, subsystem.vendorId, subsystem.deviceId)?.name;
  if (board) return board;
  const alternatives = gpu.name.split(' / ');
  const told = alternatives.find(
    (name) => bare(name) === bare(smiName ?? '') || bare(vgpuType ?? '').startsWith(`${bare(name)}-`),
  );
  return told ?? gpu.name;
}
