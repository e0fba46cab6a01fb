import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { askNvidiaSmi } from './nvidia-smi.ts';
import { defineProbe } from './probe.ts';

/** A process that has a GPU open. While one does, neither MIG mode can be changed nor its GPU instance be destroyed. */
export type GpuClient = {
  readonly pid: number;
  /** As the kernel calls it, at most 15 characters. */
  readonly name: string;
  /** The systemd service that it belongs to, such as `nvidia-persistenced.service`; null: none. */
  readonly service: string | null;
};

/** Asked by one program, as thousands of links stand there. `nvidiactl` alone is held by whoever only asked. */
const FIND = ['find', '/proc', '-maxdepth', '3', '-path', '/proc/[0-9]*/fd/*', '-lname', '/dev/nvidia[0-9]*'] as const;

const serviceIn = (cgroup: string): string | null => /\/([^/\s]+\.service)(?:\/|\s|$)/.exec(cgroup)?.[1] ?? null;

async function clientOf(machine: Observer, pid: number): Promise<readonly GpuClient[]> {
  const name = await ifObservable(machine.read(`/proc/${pid}/comm`));
  // It has ended meanwhile, or will at once: other questions are put to nvidia-smi at the same time.
  if (name === undefined || name.trim() === 'nvidia-smi') return [];
  const cgroup = (await ifObservable(machine.read(`/proc/${pid}/cgroup`))) ?? '';
  return [{ pid, name: name.trim(), service: serviceIn(cgroup) }];
}

/** Only where a card has MIG: no other change asks for it. */
async function observe(machine: Observer): Promise<readonly GpuClient[]> {
  const smi = await askNvidiaSmi(machine);
  if (smi.kind !== 'answered' || smi.gpus.every(({ migMode }) => migMode === null)) return [];
  const { stdout, stderr } = await machine.run(FIND, { timeoutMs: 30_000 });
  // Processes that end while it looks make it end with 1 as well.
  if (/Permission denied/i.test(stderr)) throw new Unobservable({ kind: 'permission-denied', target: '/proc/*/fd' });
  const pids = new Set([...stdout.matchAll(/^\/proc\/(\d+)\/fd\//gm)].map(([, pid]) => Number(pid)));
  return (await Promise.all([...pids].sort((a, b) => a - b).map((pid) => clientOf(machine, pid)))).flat();
}

export const gpuClients = defineProbe({
  key: 'gpuClients',
  question: 'Which processes have a GPU open?',
  observe: { linux: observe },
});
