import { FaultError, refuse } from '../domain/fault.ts';
import type { Message } from '../domain/message.ts';
import type { EventBody, Journal } from '../domain/run-event.ts';
import { isUndoable, runState, toTakeBack, type ActionState, type RunState } from '../journal/replay.ts';
import { statesOf } from '../journal/run-store.ts';
import { redactor, withoutPasswords } from '../report/redact.ts';
import { say } from '../words/say.ts';
import { afterUndo, rebootDueAfter, type UndoOrder } from './after-undo.ts';
import { requireAgreed } from './agreed-run.ts';
import { askingAgain } from './ask-again.ts';
import { awaitOrphan } from './await-orphan.ts';
import type { Bench, RunResult } from './bench.ts';
import { endingMessage } from './failure.ts';
import { onFullDisk } from './on-full-disk.ts';
import { refreshesIn } from './perform-actions.ts';
import { forgetMark } from './ready/mark.ts';
import { requireRoot } from './require-root.ts';
import { takeBack } from './take-back.ts';

const LAST_LINES = 30;

/** The run to be taken back: the one named, or the newest that has something to take back. A run on which a later one stands is refused. */
export function runToUndo(states: readonly RunState[], run: string | null): RunState {
  const newest = states.findLast(isUndoable);
  if (run === null) {
    if (newest === undefined) throw refuse('not-found', say('run.undo.nothing'));
    return newest;
  }
  const target = states.find((state) => state.run === run);
  if (target === undefined) throw refuse('not-found', say('run.unknown', { run }));
  if (!isUndoable(target)) throw refuse('bad-request', say('run.undo.already', { run }));
  if (newest && newest.run !== run)
    throw refuse('bad-request', say('run.undo.later-first', { run, later: newest.run }));
  return target;
}

const laterPackagesOf = (state: RunState, { sequence }: ActionState) =>
  state.actions.find((one) => one.sequence > sequence && one.before.packages)?.before.packages ?? null;

/** What is derived from the files that were put back, made anew once. A tool that went with its package had nothing left to derive. */
async function refreshAll(bench: Bench, state: RunState, onLine: (line: string) => void): Promise<void> {
  const asked = [...state.actions.map(({ action }) => action), ...state.owed.map(({ action }) => action)];
  for (const { command, timeoutMs } of refreshesIn(asked)) {
    const ending = await bench.executor.run(command, { timeoutMs, onLine });
    const well = ending.kind === 'not-found' || (ending.kind === 'exited' && ending.exitCode === 0);
    if (!well) throw refuse('failed', endingMessage(command, ending));
  }
}

/** Of a run its steps that have changed something, newest first. */
const changedSteps = ({ steps, actions }: RunState): RunResult['steps'] => {
  const changed = new Set(actions.map(({ step }) => step));
  return steps.filter(({ id }) => changed.has(id)).toReversed();
};

type Undoing = {
  readonly bench: Bench;
  readonly record: (event: EventBody) => Promise<void>;
  readonly hear: (line: string) => void;
  /** Told as it begins: in the journal stand only the actions that were taken back. */
  readonly begin: (step: string) => void;
  readonly lastLines: () => readonly string[];
};

function undoing(bench: Bench, journal: Journal): Undoing {
  const redact = redactor();
  let heard: readonly string[] = [];
  return {
    bench,
    record: async (event) => {
      bench.onEvent(await journal.append(event));
    },
    hear: (line) => {
      const text = redact(line);
      heard = [...heard.slice(1 - LAST_LINES), withoutPasswords(text)];
      bench.onEvent({ kind: 'output', t: bench.machine.now().toISOString(), step: 'undo', line: text });
    },
    begin(step) {
      const message = say('run.undo.step', { title: { key: `step.${step}.title` } });
      bench.onEvent({ kind: 'progress', t: bench.machine.now().toISOString(), step, message });
    },
    lastLines: () => heard,
  };
}

/** What could not be taken back is told with the step that had done it; the rest is still to be taken back. */
function stuck({ lastLines }: Undoing, state: RunState, step: string | null, message: Message): RunResult {
  const failed: RunResult['steps'] =
    step === null ? [] : [{ id: step, outcome: 'failed', message, lastLines: lastLines() }];
  return { run: state.run, outcome: 'failed', steps: failed, message, saved: [] };
}

async function undoAll(work: Undoing, state: RunState): Promise<RunResult> {
  const { bench, record, hear, begin } = work;
  const saved: string[] = [];
  let step: string | null = null;
  await record({ kind: 'undo-started' });
  await forgetMark(bench);
  try {
    for (const action of toTakeBack(state)) {
      if (bench.signal?.aborted)
        return { run: state.run, outcome: 'cancelled', steps: [], message: say('run.undo.cancelled'), saved };
      if (action.step !== step) begin(action.step);
      step = action.step;
      const options = { laterPackages: laterPackagesOf(state, action), onLine: hear };
      saved.push(...(await takeBack(bench, action, options)));
      await record({ kind: 'action-undone', of: action.sequence });
    }
    await refreshAll(bench, state, hear);
  } catch (error) {
    // Expected: a command that failed, a file system that is full. A bug goes on as it is.
    if (!(error instanceof FaultError)) throw error;
    return { ...stuck(work, state, step, error.fault.message), saved };
  }
  const rebootDue = await rebootDueAfter(bench, state);
  await record({ kind: 'undo-done', ...(rebootDue && { rebootDue }) });
  return { run: state.run, outcome: 'done', steps: changedSteps(state), message: null, saved };
}

/**
 * Takes a run back, newest action first; `run` null: the newest that has something to take back. May be killed and asked again: what has been
 * taken back is not taken back twice. Throws FaultError: `busy`, `not-found`, `bad-request` (already taken back; a later run stands on
 * it), `machine-changed` (another plan than expected), `needs-admin`. The result says which earlier runs still stand, and whether a reboot is due (made where that is agreed to).
 */
export async function undoRun(given: Bench, run: string | null, order: UndoOrder = {}): Promise<RunResult> {
  const bench = askingAgain(given);
  await requireRoot(bench);
  const release = await onFullDisk(() => bench.lock.take(run ?? ''));
  try {
    const states = await statesOf(bench.store);
    const target = runToUndo(states, run);
    requireAgreed(target, order.expect);
    const journal = await bench.store.open(target.run);
    if (journal === undefined) throw refuse('not-found', say('run.unknown', { run: target.run }));
    await awaitOrphan(bench, 'undo');
    // Read again: the lock was another's when the states were looked for.
    const stateNow = async () => ({ ...runState(await journal.events()), run: target.run });
    const state = await stateNow();
    const result = await onFullDisk(() => undoAll(undoing(bench, journal), state));
    return result.outcome === 'done' ? await afterUndo(bench, result, await stateNow(), { states, order }) : result;
  } finally {
    await release();
  }
}
