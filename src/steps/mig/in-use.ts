/** Who has a GPU open, and stands in the way of changing its MIG mode or destroying its instances. */
import { run, undoBy } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { GpuClient } from '../../probes/gpu-clients.ts';

/** They hold every GPU open for no work of anybody's, and are stopped and started again: MIG User Guide, "Enable MIG Mode". */
const WATCHERS: readonly string[] = [
  'nvidia-persistenced.service',
  'nvidia-dcgm.service',
  'dcgm.service',
  'dcgm-exporter.service',
  'nvidia-dcgm-exporter.service',
  'nvsm.service',
];

const MINUTE = 60_000;

export type InUse = {
  /** Services that are stopped meanwhile. */
  readonly watchers: readonly string[];
  /** `python3 (4711)`: whoever works on a GPU; nothing of that is ended. */
  readonly workers: string | null;
};

/** Unknown: nobody is named; nvidia-smi refuses by itself. */
export function inUse(clients: Fact<readonly GpuClient[]>): InUse {
  const all = valueOf(clients) ?? [];
  const isWatcher = ({ service }: GpuClient): boolean => service !== null && WATCHERS.includes(service);
  const workers = all.filter((one) => !isWatcher(one)).map(({ name, pid, service }) => `${service ?? name} (${pid})`);
  return {
    watchers: [...new Set(all.filter(isWatcher).flatMap(({ service }) => service ?? []))],
    workers: workers.length === 0 ? null : workers.join(', '),
  };
}

const start = (service: string) => ['systemctl', 'start', service] as const;
const stop = (service: string) => ['systemctl', 'stop', service] as const;

/** The actions, with the watchers stopped around them in both directions. */
export const withoutWatchers = ({ watchers }: InUse, actions: readonly Action[]): readonly Action[] => [
  ...watchers.map((service) => run(stop(service), { undo: undoBy(start(service)), timeoutMs: 2 * MINUTE })),
  ...actions,
  ...watchers.toReversed().map((service) => run(start(service), { undo: undoBy(stop(service)), timeoutMs: 2 * MINUTE })),
];
