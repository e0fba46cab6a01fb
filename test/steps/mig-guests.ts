/** Guests with a card that has MIG, and tasks that ask for something of it. */
import type { Gpu } from '../../src/domain/gpu.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { ask, linesOf } from './ask.ts';
import type { SomeFacts } from './facts-of.ts';
import { taskOf, type SomeTask } from './task-of.ts';

const ADDRESS = '0000:00:06.0';
export const BUS = '00000000:00:06.0';
const CARDS = { a100: ['NVIDIA A100-PCIE-40GB', 'Ampere'], h100: ['NVIDIA H100 PCIe', 'Hopper'], t4: ['Tesla T4', 'Turing'] } as const;
type Card = keyof typeof CARDS;

const gpuOf = (card: Card, address = ADDRESS): Gpu => {
  const [first] = taskOf().gpus;
  const [name, architecture] = CARDS[card];
  return { ...first!, address, name, architecture, mode: 'passthrough', vgpu: null };
};

type Mode = 'enabled' | 'disabled';
type Smi = Extract<FactValues['nvidiaSmi'], { kind: 'answered' }>;
export const smi = (card: Card, mode: Mode | null, pending?: Mode): Smi => ({
  kind: 'answered',
  driverVersion: '535.183.01',
  cudaVersion: '12.2',
  isHost: false,
  complete: true,
  gpus: [
    {
      address: ADDRESS,
      productName: CARDS[card][0],
      productBrand: null,
      architecture: CARDS[card][1],
      virtualizationMode: 'pass-through',
      hostVgpuMode: null,
      deviceId: null,
      vendorId: null,
      subsystemVendorId: null,
      subsystemDeviceId: null,
      migMode: mode,
      ...(pending && { migPending: pending }),
      persistenceMode: null,
      licence: null,
    },
  ],
});

export const wanting = (mig: Partial<Profile['mig']>, card: Card = 'a100', more: SomeTask = {}): SomeTask => ({
  gpus: [gpuOf(card)],
  ...more,
  profile: { ...defaultProfile, mig: { ...defaultProfile.mig, ...mig } },
});

type Instances = FactValues['migInstances'];
export const instances = (...list: readonly [name: string, id: number, start: number, size: number][]): Instances => ({
  instances: list.map(([name, id, start, size]) => ({ gpu: 0, id, name, start, size })),
  compute: list.map(([name, id]) => ({ gpu: 0, gpuInstance: id, id: 0, name })),
  devices: [],
  gpus: ['GPU-1b7b6fa0-0000-4000-8000-000000000000'],
});
/** Compute instances of those names in the instance of that number, and no others there. */
export const shared = (there: Instances, gpuInstance: number, ...names: readonly string[]): Instances => ({
  ...there,
  compute: [
    ...there.compute.filter((one) => one.gpuInstance !== gpuInstance),
    ...names.map((name, id) => ({ gpu: 0, gpuInstance, id, name })),
  ],
});
export const on = (there: Instances = instances()): SomeFacts => ({ nvidiaSmi: smi('a100', 'enabled'), migInstances: there });
export const off: SomeFacts = { nvidiaSmi: smi('a100', 'disabled') };

export const mode = (facts: SomeFacts, task: SomeTask) => ask('mig.mode', facts, task);
export const cut = (facts: SomeFacts, task: SomeTask) => ask('mig.instances', facts, task);
export const smiLines = (proposal: ReturnType<typeof ask>) => linesOf(proposal).filter((line) => line.startsWith('nvidia-smi'));
