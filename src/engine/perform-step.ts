import { valueOf } from '../domain/fact.ts';
import type { Action } from '../domain/action.ts';
import type { Message } from '../domain/message.ts';
import type { Proposal } from '../domain/plan.ts';
import type { Step } from '../steps/step.ts';
import { say } from '../words/say.ts';
import { driverParts, driverTouched, LEAVES_DRIVER_ALONE } from './driver-untouched.ts';
import { awaitPackageManager } from './package-lock.ts';
import { performActions, refreshesIn } from './perform-actions.ts';
import { isReached, propose, recheck } from './recheck.ts';
import type { Work } from './work.ts';

export type StepEnd =
  | { readonly kind: 'done' }
  /** An extra that cannot be had: the run goes on without it. */
  | { readonly kind: 'left-out'; readonly message: Message }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: Message }
  | { readonly kind: 'reboot' };

/** A step may need several rounds (first an index, then what it offers), but not for ever. */
const MOST_ROUNDS = 4;

const failed = (message: Message): StepEnd => ({ kind: 'failed', message });
const DONE: StepEnd = { kind: 'done' };

/** What the step says now; a package manager that is at work for somebody else is waited for. */
async function proposeWhenFree(work: Work, step: Step): Promise<Proposal> {
  const proposal = await propose(work, step);
  if (proposal.kind !== 'blocked' || proposal.finding !== 'packages.locked') return proposal;
  const locked = await awaitPackageManager(work.bench, step.id);
  if (locked) return { kind: 'blocked', by: locked };
  work.facts.forget();
  return propose(work, step);
}

/** A reboot that has been made for this step and did not help is not asked for again. */
async function reboot(work: Work, step: Step, because: Message): Promise<StepEnd> {
  const now = valueOf((await work.facts.at(['boot'])).boot)?.id ?? null;
  const { reboots } = await work.state();
  const rebooted = reboots.some(
    ({ step: id, bootId }) => id === step.id && bootId !== null && now !== null && bootId !== now,
  );
  return rebooted ? failed(say('run.failed.reboot-did-not-help', { because })) : { kind: 'reboot' };
}

const same = (a: readonly Action[], b: readonly Action[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The actions of one proposal, and what the driver says of it. */
async function actOn(work: Work, step: Step, actions: readonly Action[]): Promise<StepEnd> {
  const watches = LEAVES_DRIVER_ALONE.includes(step.id);
  const before = watches ? await driverParts(work) : undefined;
  const end = await performActions(work, step.id, actions);
  const touched = end.kind === 'done' && before ? driverTouched(before, await driverParts(work)) : undefined;
  return touched ? failed(touched) : end;
}

type Todo = Extract<Proposal, { readonly kind: 'todo' }>;

/** The sentence of a plan says what is to be done; here it must say that it was done, or waited for, and did not help. */
function notReached({ task }: Work, step: Step, done: Todo, { because }: Todo): Message {
  const waitedMs = step.patienceMs?.(task) ?? 0;
  if (done.actions.length > 0) return say('run.failed.no-effect', { because });
  return waitedMs > 0 ? say('run.failed.waited', { seconds: Math.round(waitedMs / 1000), because }) : because;
}

/** What the step says after its actions: its end, or what else is to be done. */
function endOrNext(
  work: Work,
  step: Step,
  next: Proposal,
  { done, round }: { done: Todo; round: number },
): StepEnd | Todo {
  switch (next.kind) {
    case 'done':
    case 'not-wanted':
      return DONE;
    case 'blocked':
      return failed(next.by);
    case 'todo': {
      const isNew = next.actions.length > 0 && !same(next.actions, done.actions);
      return isNew && round < MOST_ROUNDS ? next : failed(notReached(work, step, done, next));
    }
  }
}

/** Round by round: act, look again, until the step is content. */
async function actUntilReached(work: Work, step: Step, first: Todo): Promise<StepEnd> {
  let todo = first;
  for (let round = 1; ; round++) {
    const end = await actOn(work, step, todo.actions);
    if (end.kind !== 'done') return end;
    if (todo.actions.some(({ kind }) => kind === 'reboot')) return reboot(work, step, todo.because);
    const next = await recheck(work, step);
    if (work.bench.signal?.aborted && !isReached(next)) return { kind: 'cancelled' };
    const after = endOrNext(work, step, next, { done: todo, round });
    if (after.kind !== 'todo') return after;
    todo = after;
    await work.record({ kind: 'step-started', step: step.id, refreshes: refreshesIn(todo.actions) });
  }
}

async function leaveOut(work: Work, step: Step, why: Message): Promise<StepEnd> {
  await work.record({ kind: 'step-skipped', step: step.id, because: say('step.left-out', { why }), leftOut: true });
  return { kind: 'left-out', message: why };
}

/** Refreshes that an earlier run, or this one before it was cut off, owed for this step. */
export async function performStep(work: Work, step: Step, owed: readonly Action[]): Promise<StepEnd> {
  // What the step before has printed is not this one's reason.
  work.listen();
  const proposal = await proposeWhenFree(work, step);
  if (proposal.kind === 'blocked') return proposal.leftOut === true ? leaveOut(work, step, proposal.by) : failed(proposal.by);
  if (proposal.kind !== 'todo' && owed.length === 0) {
    await work.record({ kind: 'step-skipped', step: step.id, because: proposal.because });
    return DONE;
  }
  const actions = [...(proposal.kind === 'todo' ? proposal.actions : []), ...owed];
  await work.record({ kind: 'step-started', step: step.id, refreshes: refreshesIn(actions) });
  const end = await actUntilReached(work, step, { kind: 'todo', because: proposal.because, actions });
  if (end.kind === 'done') await work.record({ kind: 'step-done', step: step.id });
  return end;
}
