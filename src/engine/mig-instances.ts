/** The MIG instances of a GPU as they were before an action: what was made goes, what was destroyed comes back in its place. */
import type { Action } from '../domain/action.ts';
import { Unobservable } from '../domain/fact.ts';
import { refuse } from '../domain/fault.ts';
import type { Command, Observer } from '../domain/machine.ts';
import { slicesOf } from '../domain/mig-shape.ts';
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
  const all = instances.length === 0 ? [] : parseComputeInstances(await machine.run(mig(gpu, '-lci')));
  return instances.map(({ id, name, start }) => {
    const compute = all.filter(({ gpuInstance }) => gpuInstance === id).map((one) => ({ id: one.id, name: one.name }));
    return { id, name, start, filled: compute.length > 0, compute };
  });
}

const ids = (instances: readonly { readonly id: number }[]): string => instances.map(({ id }) => id).join(',');

/** One that was made anew has another id, in the same place. */
const isSame = (a: KeptInstance, b: KeptInstance): boolean => a.name === b.name && a.start === b.start;
const isAmong = (one: KeptInstance, others: readonly KeptInstance[]): boolean => others.some((other) => isSame(one, other));

const computeOf = ({ id, name, filled, compute }: KeptInstance): NonNullable<KeptInstance['compute']> =>
  compute ?? (filled ? [{ id, name }] : []);

/** GPU instances, in this order: room is made before it is taken. */
function instancesAgain(gpu: string, before: readonly KeptInstance[], now: readonly KeptInstance[]): readonly Command[] {
  const added = now.filter((one) => !isAmong(one, before));
  const gone = before.filter((one) => !isAmong(one, now));
  const filled = added.filter((one) => one.filled);
  return [
    ...(filled.length > 0 ? [mig(gpu, '-gi', ids(filled), '-dci')] : []),
    ...(added.length > 0 ? [mig(gpu, '-gi', ids(added), '-dgi')] : []),
    ...(gone.length > 0 ? [mig(gpu, '-cgi', gone.map(({ name, start }) => `${name}:${start}`).join(','))] : []),
  ];
}

type Compute = NonNullable<KeptInstance['compute']>;

/** What is wanted and not there, each counted, by its slices. */
function missingFrom(wanted: Compute, there: Compute): Compute {
  const left = there.map(({ name }) => slicesOf(name));
  return wanted.filter(({ name }) => {
    const at = left.indexOf(slicesOf(name));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Compute instances, once the GPU instances are as they were. */
function computeAgain(gpu: string, before: readonly KeptInstance[], now: readonly KeptInstance[]): readonly Command[] {
  return now.flatMap((one) => {
    const wanted = before.filter((other) => isSame(one, other)).flatMap(computeOf);
    const extra = missingFrom(computeOf(one), wanted);
    const gone = missingFrom(wanted, computeOf(one));
    const isWhole = gone.every(({ name }) => slicesOf(name) === null);
    return [
      ...(extra.length > 0 ? [mig(gpu, '-gi', String(one.id), '-ci', ids(extra), '-dci')] : []),
      ...(gone.length > 0 ? [mig(gpu, '-gi', String(one.id), '-cci', ...(isWhole ? [] : [gone.map(({ name }) => name).join(',')]))] : []),
    ];
  });
}

/** May be repeated. Throws a FaultError that says what could not be put back. */
export async function restoreInstances(
  { machine, executor }: Bench,
  { action, before }: ActionState,
  onLine: (line: string) => void,
): Promise<void> {
  const gpu = gpuOf(action);
  if (gpu === undefined || before.instances === undefined) return;
  for (const commandsFor of [instancesAgain, computeAgain]) {
    const now = await instancesNow(machine, gpu);
    if (now === undefined) return;
    for (const command of commandsFor(gpu, before.instances, now)) {
      const ending = await executor.run(command, { timeoutMs: TIMEOUT_MS, onLine });
      if (ending.kind !== 'exited' || ending.exitCode !== 0) throw refuse('failed', endingMessage(command, ending));
    }
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
