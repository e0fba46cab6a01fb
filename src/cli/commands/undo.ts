import { refuse } from '../../domain/fault.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { undoRun } from '../../engine/undo.ts';
import { isUndoable, toTakeBack, type RunState } from '../../journal/replay.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import type { Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { finish } from '../outcome.ts';
import { progressFor } from '../progress.ts';
import { openSource } from '../source.ts';

/** Steps of a run that undo would take back, newest first. */
export const stepsToUndo = (state: RunState): readonly string[] => [
  ...new Set(toTakeBack(state).map(({ step }) => step)),
];

async function target(run: string | undefined): Promise<RunState> {
  const states = (await statesOf(fileRunStore(STATE_FOLDER, () => new Date()))).filter(isUndoable);
  const found = run === undefined ? states.at(-1) : states.find((state) => state.run === run);
  if (found === undefined) throw refuse('not-found', say('cli.undo.nothing'));
  return found;
}

const list = (state: RunState, { translate }: Call): string =>
  `${translate(say('cli.undo.would'))}\n${stepsToUndo(state)
    .map((step) => `  ${translate({ key: `step.${step}.title` })} [${step}]\n`)
    .join('')}`;

async function agreed(state: RunState, call: Call): Promise<boolean> {
  if (call.options.yes === true) return true;
  if (!call.terminal.interactive) throw refuse('bad-request', say('cli.undo.nobody-to-ask'));
  call.terminal.note(list(state, call));
  return askYes(call.translate(say('cli.undo.ask', { run: state.run })));
}

export async function undo(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined);
  if (source.kind !== 'live') throw refuse('bad-request', say('cli.not-live-source', { command: 'undo' }));
  if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'undo' }));
  const run = call.arguments[0];
  const state = await target(run);
  if (call.options['dry-run'] === true) {
    call.terminal.out(list(state, call));
    return EXIT.done;
  }
  if (!(await agreed(state, call))) return EXIT.cancelled;
  const result = await undoRun(benchFor(source, progressFor(call, false)), run ?? null);
  return finish(call, result, { verb: 'undo', simulated: false, files: [] });
}
