/** What is to be known after an undo: that a reboot is due, and that earlier runs still stand. */
import { valueOf } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import type { Profile } from '../domain/profile.ts';
import { isUndoable, type RunState } from '../journal/replay.ts';
import { say } from '../words/say.ts';
import type { Bench, RunResult } from './bench.ts';
import { examine } from './examine.ts';

export type UndoOrder = {
  /** Left out: nobody reboots, and what is due is said. */
  readonly reboot?: Profile['reboot'];
  /** Asked where `reboot` is `ask`. Left out: no. */
  readonly confirmReboot?: () => Promise<boolean>;
  /** The digest of the plan that the run was begun with; left out: whatever it was. */
  readonly expect?: string;
};

/** Steps whose changes live on in the running kernel when their files are put back. */
const IN_THE_KERNEL: ReadonlySet<string> = new Set([
  'nouveau.disable',
  'driver.remove-conflicting',
  'driver.install',
  'driver.enroll-key',
  'driver.load',
]);

/** What is put back waits in the card for its reset. */
const IN_THE_CARD: ReadonlySet<string> = new Set(['mig.mode']);

async function modeDue(machine: Observer): Promise<RunState['rebootDue']> {
  const { boot, nvidiaSmi } = await examine(machine, ['boot', 'nvidiaSmi']);
  const smi = valueOf(nvidiaSmi);
  const waits = smi?.kind === 'answered' && smi.gpus.some(({ migPending }) => migPending !== undefined);
  return waits ? { bootId: valueOf(boot)?.id ?? null } : null;
}

/** The runs that have something to take back besides this one; newest first. */
export const otherRuns = (states: readonly RunState[], run: string): readonly RunState[] =>
  states.filter((state) => state.run !== run && isUndoable(state)).toReversed();

/**
 * The boot that the guest is in, where it was booted with what is gone now, or where a module of the driver is still loaded; null: neither.
 * What cannot be seen counts as so.
 */
export async function rebootDueAfter({ machine }: Bench, { actions, reboots }: RunState): Promise<RunState['rebootDue']> {
  const touches = (steps: ReadonlySet<string>): boolean => actions.some(({ step }) => steps.has(step));
  if (!touches(IN_THE_KERNEL)) return touches(IN_THE_CARD) ? modeDue(machine) : null;
  const { boot, loadedModule } = await examine(machine, ['boot', 'loadedModule']);
  const bootId = valueOf(boot)?.id ?? null;
  const isOtherBoot = reboots.some((asked) => asked.bootId === null || asked.bootId !== bootId);
  return isOtherBoot || !loadedModule.known || loadedModule.value !== null ? { bootId } : null;
}

async function mayReboot({ reboot = 'never', confirmReboot }: UndoOrder): Promise<boolean> {
  return reboot === 'auto' || (reboot === 'ask' && ((await confirmReboot?.()) ?? false));
}

async function rebootSentence(bench: Bench, { rebootDue }: RunState, order: UndoOrder): Promise<readonly Message[]> {
  if (rebootDue === null) return [];
  if (!(await mayReboot(order))) return [say('run.undo.reboot-due')];
  await bench.executor.reboot();
  return [say('run.undo.reboot-now')];
}

/** Says which run stands now, and how that is taken back. */
export function remainsSentence(states: readonly RunState[], run: string): readonly Message[] {
  const [next, ...more] = otherRuns(states, run);
  if (next === undefined) return [];
  const words = { run: next.run, status: say(`cli.runs.status.${next.status}`) };
  return [
    more.length === 0 ? say('run.undo.remains', words) : say('run.undo.remain', { ...words, count: more.length }),
  ];
}

/** Adds to the result of an undo what is to be known after it, and reboots where that is due and agreed to. */
export async function afterUndo(
  bench: Bench,
  result: RunResult,
  state: RunState,
  { states, order }: { readonly states: readonly RunState[]; readonly order: UndoOrder },
): Promise<RunResult> {
  const sentences = [
    say('cli.undo.done', { run: state.run }),
    ...remainsSentence(states, state.run),
    ...(await rebootSentence(bench, state, order)),
  ];
  const message = sentences.reduce((first: Message, then) => ({ ...say('run.two-sentences', { first, then }) }));
  return { ...result, message };
}
