import type { Proposal } from '../domain/plan.ts';
import { valueOf } from '../domain/fact.ts';
import type { Step } from '../steps/step.ts';
import { withListedArchive } from './listed-archive.ts';
import type { Work } from './work.ts';

const ASK_EVERY_MS = 1_000;
/** One round takes no longer: if the clock says more, it was set (a service that corrects the time comes up at the same time). */
const LONGEST_ROUND_MS = 60_000;

const isWaitedFor = (proposal: Proposal): boolean =>
  !isReached(proposal) && !(proposal.kind === 'todo' && proposal.byRebootAlone === true);

export const isReached = ({ kind }: Proposal): boolean => kind === 'done' || kind === 'not-wanted';

/** What the step says of the guest as it is now. */
export async function propose(work: Work, step: Step): Promise<Proposal> {
  const facts = await work.facts.at([...step.needs, ...(step.wants ?? [])]);
  const task = await withListedArchive(work.bench.machine, step.id, work.task);
  return work.planner.proposeStep(step, facts, task);
}

/** Tells the lines of the licensing service that have come since the last time; returns how many there are. */
async function tellLog(work: Work, step: Step, told: number): Promise<number> {
  if (![...step.needs, ...(step.wants ?? [])].includes('griddLog')) return 0;
  const log = valueOf((await work.facts.at(['griddLog'])).griddLog) ?? [];
  // The service was started again, and its log with it.
  const from = log.length < told ? 0 : told;
  for (const { text } of log.slice(from)) work.hear(step.id, text);
  return log.length;
}

/** How long a round took; at least the pause in it, as the clock may have been set back. */
export const roundMs = (fromMs: number, toMs: number): number =>
  Math.min(Math.max(toMs - fromMs, ASK_EVERY_MS), LONGEST_ROUND_MS);

/** Asks the step again, with a second between, until it is content or its patience is at an end: asking itself may take seconds. */
export async function recheck(work: Work, step: Step): Promise<Proposal> {
  const { bench, task, facts } = work;
  const now = () => bench.machine.now().getTime();
  let leftMs = step.patienceMs?.(task) ?? 0;
  let told = 0;
  for (;;) {
    const begun = now();
    facts.forget();
    const proposal = await propose(work, step);
    told = await tellLog(work, step, told);
    if (!isWaitedFor(proposal) || leftMs <= 0 || bench.signal?.aborted) return proposal;
    await bench.pause(ASK_EVERY_MS, bench.signal);
    leftMs -= roundMs(begun, now());
  }
}
