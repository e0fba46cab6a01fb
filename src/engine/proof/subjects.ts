/** The GPUs that are to work, as CUDA is told of them. */
import type { Gpu } from '../../domain/gpu.ts';
import type { SmiGpu } from '../../probes/nvidia-smi.ts';
import type { Subject } from './site.ts';

/** `GPU 0: …` and below it `  MIG 1g.5gb     Device  0: (UUID: MIG-…)`: the first device of each GPU, by the GPU's number. */
export function firstMigDevices(list: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let gpu: number | null = null;
  for (const line of list.split('\n')) {
    const number = /^GPU (\d+):/.exec(line)?.[1];
    if (number !== undefined) gpu = Number(number);
    const uuid = /^\s+MIG .*\(UUID: (MIG-[\w/-]+)\)/.exec(line)?.[1];
    if (gpu !== null && uuid !== undefined && !found.has(gpu)) found.set(gpu, uuid);
  }
  return found;
}

/** nvidia-smi numbers GPUs by their place on the bus, as CUDA does with CUDA_DEVICE_ORDER=PCI_BUS_ID. */
export function subjectsOf(gpus: readonly Gpu[], smi: readonly SmiGpu[], list: string): readonly Subject[] {
  const devices = firstMigDevices(list);
  return gpus.map((gpu, nth) => {
    const place = gpu.address === null ? -1 : smi.findIndex(({ address }) => address === gpu.address);
    const index = place < 0 ? nth : place;
    const isOn = smi[index]?.migMode === 'enabled';
    const device = devices.get(index);
    return {
      name: gpu.address ?? String(nth),
      gpu,
      visible: isOn && device !== undefined ? device : String(index),
      mig: !isOn ? 'off' : device === undefined ? 'none' : 'device',
    };
  });
}
