/** How far a run is, from its lines alone: what was agreed to, what was heard, and how long it took. Nothing is guessed that was not heard. */
import type { Followed } from '../../src/contract/questions.ts';
import type { Run } from './session.ts';
import { undoProgressOf } from './undo-progress.ts';

export type StepState = 'ahead' | 'working' | 'waits' | 'stopped' | 'done' | 'skipped' | 'failed';
export type StepProgress = {
  readonly id: string;
  readonly state: StepState;
  /** Of the guest's clock, in ms. */
  readonly startedAt: number | null;
  readonly tookMs: number | null;
  /** Why it was skipped, or failed. */
  readonly message: string | null;
  /** The newest thing that it or its tool said. */
  readonly note: string | null;
};
export type Failure = { readonly step: string | null; readonly message: string; readonly lastLines: readonly string[] };
export type Progress = {
  readonly steps: readonly StepProgress[];
  readonly current: StepProgress | null;
  readonly finished: number;
  /** Null: how many there are is not known here. */
  readonly count: number | null;
  readonly workedMs: number;
  readonly failure: Failure | null;
};

const LAST_LINES = 12;
/** What a run says while it is taken back, and while it prepares to go on after a reboot, belongs to no step of the plan. */
const NO_STEPS: readonly string[] = ['undo', 'resume'];
const ahead = (id: string): StepProgress => ({ id, state: 'ahead', startedAt: null, tookMs: null, message: null, note: null });

type Turn = (step: StepProgress, line: Followed, timed: { readonly at: number; readonly tookMs: number | null }) => StepProgress;
const noTurn: Turn = (step) => step;
const rests = { startedAt: null, note: null } as const;

const TURNS: Readonly<Record<Followed['event'], Turn>> = {
  'step-started': (step, _, { at }) => ({ ...step, state: 'working', startedAt: at, message: null, note: null }),
  output: (step, { line = '' }) => (line.trim() === '' ? step : { ...step, note: line.trim() }),
  progress: (step, { message = null }) => ({ ...step, note: message }),
  'reboot-needed': (step, _, { tookMs }) => ({ ...step, ...rests, state: 'waits', tookMs }),
  'step-done': (step, _, { tookMs }) => ({ ...step, ...rests, state: 'done', tookMs }),
  // Behind a reboot, what was done before it is passed over; it was done all the same.
  'step-skipped': (step, { message = null }) =>
    step.state === 'ahead' || step.state === 'skipped' ? { ...step, state: 'skipped', message } : { ...step, ...rests, state: 'done' },
  'step-failed': (step, { message = null }, { tookMs }) => ({ ...step, ...rests, state: 'failed', tookMs, message }),
  'run-started': noTurn,
  'run-done': noTurn,
  'run-failed': noTurn,
};

/** Steps as the lines leave them, those of `planned` first. */
function turned(lines: readonly Followed[], planned: readonly string[]): readonly StepProgress[] {
  const book = new Map(planned.map((id) => [id, ahead(id)]));
  for (const line of lines) {
    const id = line.step;
    if (id === null || NO_STEPS.includes(id)) continue;
    const step = book.get(id) ?? ahead(id);
    const at = Date.parse(line.t);
    const tookMs = step.startedAt === null ? step.tookMs : (step.tookMs ?? 0) + at - step.startedAt;
    book.set(id, TURNS[line.event](step, line, { at, tookMs }));
  }
  return [...book.values()];
}

function failureIn(lines: readonly Followed[]): Failure | null {
  const last = lines.at(-1);
  if (last?.event !== 'run-failed') return null;
  const failed = lines.findLast(({ event }) => event === 'step-failed');
  const step = failed?.step ?? null;
  const said = lines.flatMap((one) => (one.event === 'output' && (step === null || one.step === step) ? [one.line ?? ''] : []));
  return { step, message: failed?.message ?? last.message ?? '', lastLines: failed?.lastLines ?? said.slice(-LAST_LINES) };
}

const IS_FINISHED: readonly StepState[] = ['done', 'skipped'];

/** A run that is taken back has its own way. `order`: every step there is, in the order in which they are done. `stands`: nobody works on it at the moment. */
export function progressOf(run: Run, order: readonly string[], stands: boolean): Progress {
  if (run.undoing) return undoProgressOf(run, stands);
  const { lines, steps: planned } = run;
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  // What was already so when the plan was made is no part of it.
  const belongs = ({ id, state }: StepProgress): boolean => state !== 'skipped' || planned === null || planned.includes(id);
  const isFinished = ({ id, state }: StepProgress): boolean =>
    planned === null ? state === 'done' : planned.includes(id) && IS_FINISHED.includes(state);
  const stopped = (step: StepProgress): StepProgress => (stands && step.state === 'working' ? { ...step, ...rests, state: 'stopped' } : step);
  const steps = turned(lines, planned ?? []).filter(belongs).map(stopped).sort((a, b) => rank(a.id) - rank(b.id));
  return {
    steps,
    current: steps.find(({ state }) => state === 'working') ?? null,
    finished: steps.filter(isFinished).length,
    count: planned?.length ?? null,
    workedMs: steps.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0),
    failure: failureIn(lines),
  };
}

/** How long a step has been at work, in ms: as the guest's clock told with its newest line, and what passed here since. */
export function elapsedOf({ startedAt }: StepProgress, { lines, heardAt }: Run, now: number): number {
  const newest = lines.at(-1);
  if (startedAt === null || newest === undefined) return 0;
  return Math.max(0, Date.parse(newest.t) - startedAt) + Math.max(0, now - heardAt);
}

/** Of which order a step's time is; null: it is not known, and all are alike. */
export type SpanOf = (step: string) => 'seconds' | 'minutes' | null;

const ENOUGH = 2;

/**
 * What is still to come, in ms, if each step takes as long as those like it took so far; the time that the step at work has had counts
 * for it. Null: too few are done to say, or one of minutes is to come and none like it is done. A step that was already so took no time and says nothing.
 */
export function estimateOf({ steps, count, finished }: Progress, spanOf: SpanOf, elapsedMs: number): number | null {
  const timed = steps.filter(({ state, tookMs }) => state === 'done' && tookMs !== null);
  if (count === null || timed.length < ENOUGH || finished >= count) return null;
  const usual = (span: ReturnType<SpanOf>): number | null => {
    const like = timed.filter(({ id }) => spanOf(id) === span);
    if (like.length === 0) return span === 'minutes' ? null : 0;
    return like.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0) / like.length;
  };
  let toCome = 0;
  for (const { id, state } of steps.filter((step) => step.state === 'ahead' || step.state === 'working')) {
    const time = usual(spanOf(id));
    if (time === null) return null;
    toCome += state === 'working' ? Math.max(0, time - elapsedMs) : time;
  }
  return toCome;
}
