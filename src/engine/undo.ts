import { refuse } from '../domain/fault.ts';
import type { EventBody, Journal } from '../domain/run-event.ts';
import { isUndoable, runState, toTakeBack, type ActionState, type RunState } from '../journal/replay.ts';
import { statesOf } from '../journal/run-store.ts';
import { redactor } from '../report/redact.ts';
import { say } from '../words/say.ts';
import { awaitOrphan } from './await-orphan.ts';
import type { Bench, RunResult } from './bench.ts';
import { endingMessage } from './failure.ts';
import { refreshesIn } from './perform-actions.ts';
import { requireRoot } from './require-root.ts';
import { takeBack } from './take-back.ts';

/** The run to be taken back: the one named, or the newest that has something to take back. A run on which a later one stands is refused. */
function targetOf(states: readonly RunState[], run: string | null): RunState {
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

async function undoAll(bench: Bench, journal: Journal, state: RunState): Promise<RunResult> {
  const redact = redactor();
  const record = async (event: EventBody) => {
    bench.onEvent(await journal.append(event));
  };
  const onLine = (line: string) => {
    bench.onEvent({ kind: 'output', t: bench.machine.now().toISOString(), step: 'undo', line: redact(line) });
  };
  const saved: string[] = [];
  await record({ kind: 'undo-started' });
  for (const action of toTakeBack(state)) {
    if (bench.signal?.aborted)
      return { run: state.run, outcome: 'cancelled', steps: [], message: say('run.undo.cancelled'), saved };
    saved.push(...(await takeBack(bench, action, { laterPackages: laterPackagesOf(state, action), onLine })));
    await record({ kind: 'action-undone', of: action.sequence });
  }
  await refreshAll(bench, state, onLine);
  await record({ kind: 'undo-done' });
  return { run: state.run, outcome: 'done', steps: state.steps, message: null, saved };
}

/**
 * Takes a run back, newest action first; `run` null: the newest that has something to take back. May be killed and asked again: what has been
 * taken back is not taken back twice. Throws FaultError: `busy`, `not-found`, `bad-request` (already taken back; a later run stands on
 * it), `needs-admin`, `failed` (with the reason; the journal says how far it came).
 */
export async function undoRun(bench: Bench, run: string | null): Promise<RunResult> {
  await requireRoot(bench);
  const release = await bench.lock.take(run ?? '');
  try {
    const target = targetOf(await statesOf(bench.store), run);
    const journal = await bench.store.open(target.run);
    if (journal === undefined) throw refuse('not-found', say('run.unknown', { run: target.run }));
    await awaitOrphan(bench, 'undo');
    // Read again: the lock was another's when the states were looked for.
    return await undoAll(bench, journal, { ...runState(await journal.events()), run: target.run });
  } finally {
    await release();
  }
}
