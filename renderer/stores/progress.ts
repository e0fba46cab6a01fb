/** How far a run is, from its lines alone: what was agreed to, what was heard, and how long it took. Nothing is guessed that was not heard. */
import type { Followed } from '../../src/contract/questions.ts';
import type { Run } from './session.ts';

export type StepState = 'ahead' | 'working' | 'done' | 'skipped' | 'failed';
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
const ahead = (id: string): StepProgress => ({ id, state: 'ahead', startedAt: null, tookMs: null, message: null, note: null });

type Book = Map<string, StepProgress>;

function note(book: Book, line: Followed, id: string): void {
  const step = book.get(id) ?? ahead(id);
  const at = Date.parse(line.t);
  const took = step.startedAt === null ? null : (step.tookMs ?? 0) + at - step.startedAt;
  const { message = null } = line;
  switch (line.event) {
    case 'step-started':
      book.set(id, { ...step, state: 'working', startedAt: at, message: null, note: null });
      return;
    case 'progress':
      book.set(id, { ...step, note: message });
      return;
    case 'reboot-needed':
      book.set(id, { ...step, startedAt: null, tookMs: took });
      return;
    case 'step-done':
      book.set(id, { ...step, state: 'done', startedAt: null, tookMs: took, note: null });
      return;
    case 'step-skipped':
      // Behind a reboot, what was done before it is passed over; it was done all the same.
      book.set(id, step.state === 'ahead' || step.state === 'skipped' ? { ...step, state: 'skipped', message } : { ...step, state: 'done', startedAt: null, note: null });
      return;
    case 'step-failed':
      book.set(id, { ...step, state: 'failed', startedAt: null, tookMs: took, message, note: null });
      return;
    case 'output':
      if ((line.line ?? '').trim() !== '') book.set(id, { ...step, note: (line.line ?? '').trim() });
      return;
    case 'run-started':
    case 'run-done':
    case 'run-failed':
      return;
  }
}

function failureIn(lines: readonly Followed[]): Failure | null {
  const last = lines.at(-1);
  if (last?.event !== 'run-failed') return null;
  const failed = lines.findLast(({ event }) => event === 'step-failed');
  const step = failed?.step ?? null;
  const said = lines.flatMap((one) => (one.event === 'output' && (step === null || one.step === step) ? [one.line ?? ''] : []));
  return { step, message: failed?.message ?? last.message ?? '', lastLines: failed?.lastLines ?? said.slice(-LAST_LINES) };
}

/** Of a run that is taken back, what is heard since it is. */
const part = ({ lines, undoing }: Run): readonly Followed[] =>
  undoing ? lines.slice(Math.max(0, lines.findLastIndex(({ event }) => event === 'run-started'))) : lines;

/** `order`: every step there is, in the order in which they are done. */
export function progressOf(run: Run, order: readonly string[]): Progress {
  const lines = part(run);
  const book: Book = new Map((run.undoing ? [] : (run.steps ?? [])).map((id) => [id, ahead(id)]));
  for (const line of lines) if (line.step !== null && line.step !== 'undo') note(book, line, line.step);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const planned = run.undoing ? null : run.steps;
  // What was already so when the plan was made is no part of it.
  const steps = [...book.values()]
    .filter(({ id, state }) => state !== 'skipped' || planned === null || planned.includes(id))
    .sort((a, b) => rank(a.id) - rank(b.id));
  const finished = steps.filter(({ id, state }) => (planned === null ? state === 'done' : planned.includes(id) && (state === 'done' || state === 'skipped')));
  return {
    steps,
    current: steps.find(({ state }) => state === 'working') ?? null,
    finished: finished.length,
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

const ENOUGH = 2;

/**
 * What the steps to come take if they take as long as those so far, in ms. Null: too few are done to say, or how many there are is not
 * known. A step that was already so took no time and says nothing.
 */
export function estimateOf({ steps, count, workedMs, finished }: Progress): number | null {
  const timed = steps.filter(({ state, tookMs }) => state === 'done' && tookMs !== null).length;
  if (count === null || timed < ENOUGH || finished >= count) return null;
  return (workedMs / timed) * (count - finished);
}
