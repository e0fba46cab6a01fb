import type { Observer } from '../domain/machine.ts';
import type { Action } from '../domain/action.ts';
import type { Message } from '../domain/message.ts';
import { driverAtRisk } from './driver-at-risk.ts';
import { LEAVES_DRIVER_ALONE } from './driver-untouched.ts';
import { messageOf } from './failure.ts';
import { linesOfNamedLogs } from './named-logs.ts';
import { linesOfSetupLog } from './setup-logs.ts';
import { awaitPackageManager } from './package-lock.ts';
import { beforeOf, changesPackages, performAction } from './perform-action.ts';
import type { Work } from './work.ts';

export type Refresh = Extract<Action, { readonly kind: 'refresh' }>;
type Deed = Exclude<Action, { readonly kind: 'reboot' }>;

export type ActionsEnd =
  { readonly kind: 'done' } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly message: Message };

/** Each refresh once, where it was last asked for: what is derived is derived from all that was changed. */
export const refreshesIn = (actions: readonly Action[]): readonly Refresh[] => {
  const refreshes = actions.filter((action) => action.kind === 'refresh');
  const lastOf = new Map(refreshes.map((action, index) => [action.command.join('\0'), index]));
  return refreshes.filter((action, index) => lastOf.get(action.command.join('\0')) === index);
};

/** Files and commands in their order, then each refresh once. A reboot is the step's affair. */
const inOrder = (actions: readonly Action[]): readonly Deed[] => [
  ...actions.filter((action) => action.kind !== 'refresh' && action.kind !== 'reboot'),
  ...refreshesIn(actions),
];

const linesOfLogs = async (machine: Observer, action: Deed, said: readonly string[]): Promise<readonly string[]> => [
  ...(await linesOfNamedLogs(machine, said)),
  ...(action.kind === 'run' ? await linesOfSetupLog(machine, action.command) : []),
];

/** Its `action-started`, with what stands before, is on disk before it happens. */
async function performOne(work: Work, step: string, index: number, action: Deed): Promise<ActionsEnd> {
  const { bench, record } = work;
  const locked = changesPackages(action) ? await awaitPackageManager(bench, step) : undefined;
  if (locked) return { kind: 'failed', message: locked };
  if (bench.signal?.aborted) return { kind: 'cancelled' };
  const atRisk = LEAVES_DRIVER_ALONE.includes(step) ? await driverAtRisk(bench.machine, action) : undefined;
  if (atRisk) return { kind: 'failed', message: atRisk };

  work.listen();
  const before = await beforeOf(bench, action);
  await record({ kind: 'action-started', step, index, action, before });
  work.facts.forget();
  const performed = await performAction(bench, action, before, (line) => {
    work.hear(step, line);
  });
  if (performed.kind === 'failed') {
    for (const line of await linesOfLogs(bench.machine, action, work.lastLines())) work.hear(step, line);
    await record({ kind: 'action-failed', step, index, message: performed.message, lastLines: work.lastLines() });
    return performed;
  }
  const { folders, packages } = performed;
  await record({ kind: 'action-done', step, index, folders, ...(packages && { packages }) });
  return { kind: 'done' };
}

/** Does the actions of a step one after the other, and stops between two where the run is cancelled. */
export async function performActions(work: Work, step: string, actions: readonly Action[]): Promise<ActionsEnd> {
  for (const [index, action] of inOrder(actions).entries()) {
    if (work.bench.signal?.aborted) return { kind: 'cancelled' };
    try {
      const end = await performOne(work, step, index, action);
      if (end.kind !== 'done') return end;
    } catch (error) {
      // Expected: no room for the journal or for what is to be kept. The action has not begun, or its end is not known: resume asks again.
      return { kind: 'failed', message: messageOf(error, 'path' in action ? action.path : '/var/lib/gpu-guest') };
    }
  }
  return { kind: 'done' };
}
