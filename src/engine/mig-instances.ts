/** The MIG instances of a GPU as they were before an action: what was made goes, what was destroyed comes back in its place. */
import type { Action } from '../domain/action.ts';
import { Unobservable } from '../domain/fact.ts';
import { refuse } from '../domain/fault.ts';
import type { Command, Observer } from '../domain/machine.ts';
import type { KeptInstance } from '../domain/run-event.ts';
import type { ActionState } from '../journal/replay.ts';
import { parseComputeInstances, parseGpuInstances } from '../probes/mig-instances.ts';
import type { Bench } from './bench.ts';
import { endingMessage } from './failure.ts';

const TIMEOUT_MS = 2 * 60_000;

/** The GPU whose instances the action may change, by its PCI address. */
export const gpuOf = (action: Action): string | undefined =>
  action.kind === 'run' && action.undo.kind === 'restore' ? action.undo.instances : undefined;

const mig = (gpu: string, ...args: readonly string[]): Command => ['nvidia-smi', 'mig', '-i', gpu, ...args];

/** Of a card whose mode is off there are none. Throws `Unobservable`. */
export async function instancesBefore(machine: Observer, gpu: string): Promise<readonly KeptInstance[]> {
  const instances = parseGpuInstances(await machine.run(mig(gpu, '-lgi')));
  const compute = instances.length === 0 ? [] : parseComputeInstances(await machine.run(mig(gpu, '-lci')));
  return instances.map(({ id, name, start }) => ({ id, name, start, filled: compute.some(({ gpuInstance }) => gpuInstance === id) }));
}

const ids = (instances: readonly KeptInstance[]): string => instances.map(({ id }) => id).join(',');

/** One that was made anew has another id, in the same place. */
const isSame = (a: KeptInstance, b: KeptInstance): boolean => a.name === b.name && a.start === b.start;

/** In this order: room is made before it is taken. */
function commandsFor(gpu: string, before: readonly KeptInstance[], now: readonly KeptInstance[]): readonly Command[] {
  const added = now.filter((one) => !before.some((other) => isSame(one, other)));
  const gone = before.filter((one) => !now.some((other) => isSame(one, other)));
  const emptied = now.filter((one) => !one.filled && before.some((other) => other.filled && isSame(one, other)));
  const filled = added.filter((one) => one.filled);
  return [
    ...(filled.length > 0 ? [mig(gpu, '-gi', ids(filled), '-dci')] : []),
    ...(added.length > 0 ? [mig(gpu, '-gi', ids(added), '-dgi')] : []),
    ...(gone.length > 0 ? [mig(gpu, '-cgi', gone.map(({ name, start }) => `${name}:${start}`).join(','), '-C')] : []),
    ...(emptied.length > 0 ? [mig(gpu, '-gi', ids(emptied), '-cci')] : []),
  ];
}

/** May be repeated. Throws a FaultError that says what could not be put back. */
export async function restoreInstances(
  { machine, executor }: Bench,
  { action, before }: ActionState,
  onLine: (line: string) => void,
): Promise<void> {
  const gpu = gpuOf(action);
  if (gpu === undefined || before.instances === undefined) return;
  const now = await instancesNow(machine, gpu);
  if (now === undefined) return;
  for (const command of commandsFor(gpu, before.instances, now)) {
    const ending = await executor.run(command, { timeoutMs: TIMEOUT_MS, onLine });
    if (ending.kind !== 'exited' || ending.exitCode !== 0) throw refuse('failed', endingMessage(command, ending));
  }
}

/** Where the driver does not run there are no instances, and none can be made. */
async function instancesNow(machine: Observer, gpu: string): Promise<readonly KeptInstance[] | undefined> {
  try {
    return await instancesBefore(machine, gpu);
  } catch (error) {
    if (error instanceof Unobservable) return undefined;
    throw error;
  }
}
