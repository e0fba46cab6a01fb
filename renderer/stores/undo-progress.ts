/** How far a run is taken back, from its lines: each step is named as it begins, and none as it ends. */
import type { Followed } from '../../src/contract/questions.ts';
import type { Progress, StepProgress, StepState } from './progress.ts';
import type { Run } from './session.ts';

const LAST_LINES = 12;
/** What the tools say belongs to the step that is being taken back, whatever it is. */
const UNDO = 'undo';
const fresh = { startedAt: null, tookMs: null, message: null, note: null } as const;

const ended = (step: StepProgress, state: StepState, at: number): StepProgress => ({
  ...step,
  state,
  startedAt: null,
  note: null,
  tookMs: (step.tookMs ?? 0) + at - (step.startedAt ?? at),
});

function endOf({ event, cancelled }: Followed): StepState | null {
  if (event === 'run-done') return 'done';
  return event === 'run-failed' ? (cancelled === true ? 'stopped' : 'failed') : null;
}

const begins = ({ event, step }: Followed): boolean => event === 'progress' && step !== null && step !== UNDO;

/** Of the step at work, what the line says of it. */
function heardOf(step: StepProgress, line: Followed): StepProgress {
  const end = endOf(line) ?? (begins(line) ? 'done' : null);
  if (end !== null) return ended(step, end, Date.parse(line.t));
  const note = line.line?.trim() ?? '';
  return note === '' ? step : { ...step, note };
}

/** The steps that were begun, in that order. */
function begun(lines: readonly Followed[]): readonly StepProgress[] {
  let steps: readonly StepProgress[] = [];
  for (const line of lines) {
    const last = steps.at(-1);
    if (last !== undefined) steps = [...steps.slice(0, -1), heardOf(last, line)];
    if (begins(line)) steps = [...steps, { id: line.step ?? '', state: 'working', ...fresh, startedAt: Date.parse(line.t) }];
  }
  return steps;
}

/** `run.steps`: what was to be taken back when it began, newest first; null: not known here. `stands`: nobody works on it at the moment. */
export function undoProgressOf({ lines, steps: known }: Pick<Run, 'lines' | 'steps'>, stands: boolean): Progress {
  const heard = lines.slice(Math.max(0, lines.findLastIndex(({ event }) => event === 'run-started')));
  const taken = begun(heard).map((step) => (stands && step.state === 'working' ? { ...step, state: 'stopped' as const, startedAt: null } : step));
  const ahead = (known ?? []).filter((id) => !taken.some((step) => step.id === id)).map((id) => ({ id, state: 'ahead' as const, ...fresh }));
  const steps = [...taken, ...ahead];
  const last = heard.at(-1);
  const said = heard.flatMap(({ event, line = '' }) => (event === 'output' ? [line] : []));
  return {
    steps,
    current: steps.find(({ state }) => state === 'working') ?? null,
    finished: steps.filter(({ state }) => state === 'done').length,
    count: known === null ? null : steps.length,
    workedMs: steps.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0),
    failure:
      last?.event === 'run-failed'
        ? { step: taken.findLast(({ state }) => state === 'failed')?.id ?? null, message: last.message ?? '', lastLines: said.slice(-LAST_LINES) }
        : null,
  };
}
