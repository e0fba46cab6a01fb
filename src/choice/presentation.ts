import { cardsAlike, vgpuDevice } from '../catalog/gpus.ts';
import { vgpuTypeByIds } from '../catalog/vgpu-types.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { ChoiceFacts } from './guest.ts';

/** For which of its two faces a driver is to be found. */
export type Presented =
  | { readonly kind: 'vgpu'; readonly gpu: Gpu }
  | { readonly kind: 'card'; readonly gpu: Gpu }
  | { readonly kind: 'undecided'; readonly gpu: Gpu };

/**
 * Where the mode is unknown (bare metal), the driver still follows from the card if it can be no vGPU: its device has no vGPU
 * types, or its subsystem is given and is none. The hypervisor itself needs a driver that is not for guests.
 */
export function presented(gpu: Gpu, facts: ChoiceFacts): Presented {
  switch (gpu.mode) {
    case 'vgpu':
      return { kind: 'vgpu', gpu };
    case 'passthrough':
      return { kind: 'card', gpu };
    case 'unknown':
      return { kind: !isHost(facts) && canBeNoVgpu(gpu) ? 'card' : 'undecided', gpu };
  }
}

export function isHost(facts: ChoiceFacts): boolean {
  const smi = valueOf(facts.nvidiaSmi);
  return (
    smi?.kind === 'answered' &&
    (smi.isHost || smi.gpus.some(({ virtualizationMode: mode }) => mode === 'host-vgpu' || mode === 'host-vsga'))
  );
}

function canBeNoVgpu({ deviceId, name, subsystemVendorId, subsystemDeviceId }: Gpu): boolean {
  if (deviceId === null) return cardsAlike(name ?? '').length > 0;
  if (vgpuDevice(deviceId) === undefined) return true;
  if (subsystemVendorId === null || subsystemDeviceId === null) return false;
  return subsystemVendorId !== '10de' || vgpuTypeByIds(deviceId, subsystemDeviceId) === undefined;
}

/** What a sentence calls it: the vGPU type, the card's name, or its ids. */
export const gpuName = ({ vgpu, name, deviceId, address }: Gpu): string =>
  vgpu?.type ?? name ?? (deviceId === null ? (address ?? 'NVIDIA GPU') : `10de:${deviceId}`);

/** All ids that are known of it, as `10de:1eb8:10de:130f`; what it is called where none is. */
export function gpuIds(gpu: Gpu): string {
  const { deviceId, subsystemVendorId, subsystemDeviceId } = gpu;
  if (deviceId === null) return gpuName(gpu);
  const subsystem = subsystemDeviceId === null ? [] : [subsystemVendorId ?? '????', subsystemDeviceId];
  return ['10de', deviceId, ...subsystem].join(':');
}
