import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer, Output } from '../domain/machine.ts';
import { askNvidiaSmi } from './nvidia-smi.ts';
import { defineProbe } from './probe.ts';

/** `gpu`: the GPU's number, as nvidia-smi counts. `name`: `1g.5gb`; of one compute instance of several, `1c.3g.20gb`. Start and size are memory slices. */
export type GpuInstance = { readonly gpu: number; readonly id: number; readonly name: string; readonly start: number; readonly size: number };
export type ComputeInstance = { readonly gpu: number; readonly gpuInstance: number; readonly id: number; readonly name: string };
/** `device`: its number on that GPU; CDI calls it `GPU:DEVICE`. */
export type MigDevice = { readonly gpu: number; readonly device: number; readonly name: string; readonly uuid: string };
export type MigInstances = {
  readonly instances: readonly GpuInstance[];
  readonly compute: readonly ComputeInstance[];
  readonly devices: readonly MigDevice[];
  /** UUIDs of the GPUs themselves, by number. */
  readonly gpus: readonly string[];
};

/** `|   0  MIG 1g.5gb          19        13          6:1     |`: MIG User Guide, "Creating GPU Instances". */
const GPU_INSTANCE = /^[|\s]*(\d+)\s+MIG\s+(\S+)\s+(\d+)\s+(\d+)\s+(\d+):(\d+)\s*\|?\s*$/;
/** `|   0      9       MIG 1g.5gb           0         0          0:1     |`; older drivers do not say the place. `*` behind the profile id marks the default. */
const COMPUTE_INSTANCE = /^[|\s]*(\d+)\s+(\d+)\s+MIG\s+(\S+)\s+(\d+)\*?\s+(\d+)(?:\s+\d+:\d+)?\s*\|?\s*$/;
/** In a capture a stand-in is where the UUID was. */
const GPU_LINE = /^\s*GPU (\d+): .*\(UUID: (GPU-[\w-]+|<gpu-uuid-\d+>)\)/;
const MIG_LINE = /^\s*MIG (\S+)\s+Device\s+(\d+): \(UUID: (MIG-[\w/-]+|<gpu-uuid-\d+>)\)/;

/** With which `-lgi` and `-lci` say that there are none; the mode is on then, or off. */
const NONE = /No (?:GPU|compute) instances found|No MIG-enabled devices found/i;
const NOT_ALLOWED = /Insufficient Permissions/i;

function rowsIn<T>({ stdout, stderr }: Output, what: string, row: (line: string) => T | null): readonly T[] {
  const text = `${stdout}\n${stderr}`;
  const rows = text.split('\n').flatMap((line) => row(line) ?? []);
  if (rows.length > 0 || NONE.test(text)) return rows;
  if (NOT_ALLOWED.test(text)) throw new Unobservable({ kind: 'permission-denied', target: what });
  throw unreadable(what, text.trim());
}

/** `nvidia-smi mig -lgi`. Throws `Unobservable` where the table may not be seen, or is none. */
export const parseGpuInstances = (output: Output): readonly GpuInstance[] =>
  rowsIn(output, 'nvidia-smi mig -lgi', (line) => {
    const [, gpu, name = '', , id, start, size] = GPU_INSTANCE.exec(line) ?? [];
    return gpu === undefined ? null : { gpu: Number(gpu), id: Number(id), name, start: Number(start), size: Number(size) };
  });

/** `nvidia-smi mig -lci`. Throws `Unobservable` where the table may not be seen, or is none. */
export const parseComputeInstances = (output: Output): readonly ComputeInstance[] =>
  rowsIn(output, 'nvidia-smi mig -lci', (line) => {
    const [, gpu, gpuInstance, name = '', , id] = COMPUTE_INSTANCE.exec(line) ?? [];
    return gpu === undefined ? null : { gpu: Number(gpu), gpuInstance: Number(gpuInstance), id: Number(id), name };
  });

/** `nvidia-smi -L`: GPUs, and below each its MIG devices. */
export function parseDevices(text: string): Pick<MigInstances, 'devices' | 'gpus'> {
  const devices: MigDevice[] = [];
  const gpus: string[] = [];
  for (const line of text.split('\n')) {
    const uuid = GPU_LINE.exec(line)?.[2];
    if (uuid !== undefined) gpus.push(uuid);
    const [, name, device, own = ''] = MIG_LINE.exec(line) ?? [];
    if (name !== undefined) devices.push({ gpu: gpus.length - 1, device: Number(device), name, uuid: own });
  }
  return { devices, gpus };
}

/** Asked as root only: nvidia-smi tells nobody else which instances there are. */
export const askGpuInstances = async (machine: Observer): Promise<readonly GpuInstance[]> =>
  parseGpuInstances(await machine.run(['nvidia-smi', 'mig', '-lgi']));
export const askComputeInstances = async (machine: Observer): Promise<readonly ComputeInstance[]> =>
  parseComputeInstances(await machine.run(['nvidia-smi', 'mig', '-lci']));

const NOTHING: MigInstances = { instances: [], compute: [], devices: [], gpus: [] };

async function observe(machine: Observer): Promise<MigInstances> {
  const smi = await askNvidiaSmi(machine);
  if (smi.kind !== 'answered' || smi.gpus.every(({ migMode }) => migMode === null)) return NOTHING;
  const listed = parseDevices((await machine.run(['nvidia-smi', '-L'])).stdout);
  if (smi.gpus.every(({ migMode }) => migMode !== 'enabled')) return { ...NOTHING, ...listed };
  const instances = await askGpuInstances(machine);
  const compute = instances.length === 0 ? [] : await askComputeInstances(machine);
  return { instances, compute, ...listed };
}

export const migInstances = defineProbe({
  key: 'migInstances',
  question: 'Which MIG instances does each GPU have?',
  observe: { linux: observe },
});
