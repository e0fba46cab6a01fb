import type { Message } from '../domain/message.ts';
import type { Action } from '../domain/action.ts';
import { valueOf } from '../domain/fact.ts';
import { isForImage } from '../steps/image.ts';
import { isLeftOut, type Step } from '../steps/step.ts';
import { isMounted } from '../probes/setting.ts';
import { say } from '../words/say.ts';
import type { RunOutcome, RunResult } from './bench.ts';
import type { ActionsEnd } from './perform-actions.ts';
import { performStep, type StepEnd } from './perform-step.ts';
import { placeFirstBoot } from './first-boot/unit.ts';
import { forgetMark, leaveMark } from './ready/mark.ts';
import { installResumeUnit, removeResumeUnit } from './resume-unit.ts';
import type { Work } from './work.ts';

export type Owed = readonly { readonly step: string; readonly action: Action }[];

export type CarryOut = {
  readonly steps: readonly Step[];
  readonly owed: Owed;
  /** Asked where the profile says `ask`. Left out: no. */
  readonly confirmReboot?: () => Promise<boolean>;
};

async function resultOf(work: Work, outcome: RunOutcome, message: Message | null): Promise<RunResult> {
  const { run, steps } = await work.state();
  return { run, outcome, steps, message, saved: [] };
}

async function fail(work: Work, step: Step, message: Message): Promise<RunResult> {
  await work.record({ kind: 'step-failed', step: step.id, message, lastLines: work.lastLines() });
  await removeResumeUnit(work);
  await work.record({ kind: 'run-failed', message });
  return resultOf(work, 'failed', message);
}

async function cancel(work: Work): Promise<RunResult> {
  await removeResumeUnit(work);
  await work.record({ kind: 'run-cancelled' });
  return resultOf(work, 'cancelled', say('run.cancelled'));
}

async function mayReboot({ task }: Work, confirm: CarryOut['confirmReboot']): Promise<boolean> {
  switch (task.profile.reboot) {
    case 'auto':
      return true;
    case 'never':
      return false;
    case 'ask':
      return (await confirm?.()) ?? false;
  }
}

/** A machine that goes down takes the wizard's server with it, and what that had not passed on yet. */
const HEARD_MS = 1_500;

/** Journals that a reboot is due; makes it, where that is agreed to. Whoever reboots: the unit that goes on afterwards is in place. */
async function pause(work: Work, step: Step, { confirmReboot }: CarryOut): Promise<RunResult> {
  const { bench } = work;
  const bootId = valueOf((await work.facts.at(['boot'])).boot)?.id ?? null;
  const reboots = await mayReboot(work, confirmReboot);
  if (bench.self && !isMounted(bench.machine)) {
    const placed = await installResumeUnit(work, bench.self);
    if (placed.kind === 'failed') return fail(work, step, placed.message);
    if (placed.kind === 'cancelled') return cancel(work);
  }
  await work.record({ kind: 'reboot-needed', step: step.id, bootId });
  if (reboots) {
    await bench.pause(HEARD_MS);
    await bench.executor.reboot();
  }
  return resultOf(work, 'reboot', reboots ? say('run.reboot.now') : say('run.reboot.needed'));
}

const owedBy = (owed: Owed, { id }: Step): readonly Action[] =>
  owed.filter(({ step }) => step === id).map(({ action }) => action);

async function endEarly(
  work: Work,
  step: Step,
  end: Exclude<StepEnd, { kind: 'done' | 'left-out' }>,
  order: CarryOut,
): Promise<RunResult> {
  switch (end.kind) {
    case 'failed':
      return fail(work, step, end.message);
    case 'cancelled':
      return cancel(work);
    case 'reboot':
      return pause(work, step, order);
  }
}

/** What only the first boot of an image can tell is left to it before the last step names it. */
async function beforeStep(work: Work, step: Step): Promise<ActionsEnd> {
  return step.id === 'verify' && isForImage(work.task) ? placeFirstBoot(work) : { kind: 'done' };
}

/** Step by step to the end of the plan, or to where it has to stop. */
export async function carryOut(work: Work, order: CarryOut): Promise<RunResult> {
  await forgetMark(work.bench);
  const leftOut: { readonly step: Step; readonly message: Message }[] = [];
  for (const step of order.steps) {
    if (isLeftOut(step, work.task)) continue;
    if (work.bench.signal?.aborted) return cancel(work);
    const placed = await beforeStep(work, step);
    const end = placed.kind === 'done' ? await performStep(work, step, owedBy(order.owed, step)) : placed;
    if (end.kind === 'left-out') leftOut.push({ step, message: end.message });
    else if (end.kind !== 'done') return endEarly(work, step, end, order);
  }
  // The last step names it, where it was asked; a part of the plan has no such step.
  const [extra] = leftOut;
  if (extra) return fail(work, extra.step, extra.message);
  await removeResumeUnit(work);
  await work.record({ kind: 'run-done' });
  const { run, onlySteps } = await work.state();
  // A part of the plan leads to a part of the goal.
  if (onlySteps === null) await leaveMark(work.bench, work.task.profile, run);
  return resultOf(work, 'done', null);
}
