import { architecture } from '../catalog/architectures.ts';
import { gpuById, type ModuleSupport } from '../catalog/gpus.ts';
import type { Gpu } from '../domain/gpu.ts';

/** Which kernel modules drive this GPU as it is presented; undefined where no list says. */
export function modulesFor({ mode, architecture: arch, deviceId }: Gpu): ModuleSupport | undefined {
  if (mode === 'vgpu') return arch === null ? undefined : (architecture(arch)?.vgpu ?? undefined);
  return deviceId === null ? undefined : gpuById(deviceId)?.modules;
}
