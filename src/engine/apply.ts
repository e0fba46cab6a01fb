import { refuse } from '../domain/fault.ts';
import type { Plan } from '../domain/plan.ts';
import type { Profile } from '../domain/profile.ts';
import type { Journal } from '../domain/run-event.ts';
import { isUnfinished, type RunState } from '../journal/replay.ts';
import { statesOf } from '../journal/run-store.ts';
import { say } from '../words/say.ts';
import { askingAgain } from './ask-again.ts';
import { awaitOrphan } from './await-orphan.ts';
import type { Bench, RunResult } from './bench.ts';
import { carryOut, type CarryOut } from './carry-out.ts';
import { factMemory } from './fact-memory.ts';
import { machineMark } from './machine-mark.ts';
import { onFullDisk } from './on-full-disk.ts';
import type { Assembled, Planner } from './planner.ts';
import { leaveMark } from './ready/mark.ts';
import { requireRoot } from './require-root.ts';
import { chosenSteps } from './chosen-steps.ts';
import { workOn } from './work.ts';

export type ApplyOrder = {
  /** With what the command line says over the file (`reboot`). */
  readonly profile: Profile;
  /** Step ids; null: all. */
  readonly steps: readonly string[] | null;
  /** The digest of the plan that was agreed to; null: whatever the plan is now. */
  readonly expect: string | null;
  readonly confirmReboot?: CarryOut['confirmReboot'];
};

/** A run that was cut off or waits for its reboot is gone on with or taken back, before another begins. */
function refuseUnfinished(states: readonly RunState[]): void {
  const unfinished = states.findLast(isUnfinished);
  if (unfinished) throw refuse('unfinished-run', say('run.unfinished', { run: unfinished.run }));
}

function refuseUnfit({ task }: Assembled): void {
  const { driver } = task.choice;
  if (driver.kind === 'nothing-fits') throw refuse('nothing-fits', driver.reason);
}

const isNothing = ({ steps }: Plan): boolean =>
  steps.every(({ proposal: { kind } }) => kind === 'done' || kind === 'not-wanted');

/** What the last run announced and did not come to do, where it failed or was cancelled: this one goes on from there. */
function owedFrom(states: readonly RunState[]): RunState['owed'] {
  const last = states.at(-1);
  return last?.status === 'failed' || last?.status === 'cancelled' ? last.owed : [];
}

async function applyLocked(bench: Bench, planner: Planner, order: ApplyOrder, journal: Journal): Promise<RunResult> {
  const states = await statesOf(bench.store);
  refuseUnfinished(states);
  await awaitOrphan(bench, 'preflight');
  const steps = chosenSteps(planner.steps, bench.machine.platform, order.steps);
  const assembled = await planner.taskOf(bench.machine, order.profile, bench.self?.program ?? '');
  refuseUnfit(assembled);
  const plan = await planner.proposePlan(bench.machine, assembled, order.steps);
  if (order.expect !== null && order.expect !== plan.digest) throw refuse('machine-changed', say('run.plan-changed'));
  const owed = owedFrom(states);
  if (isNothing(plan) && owed.length === 0) {
    if (order.steps === null) await leaveMark(bench, order.profile, null);
    return { run: null, outcome: 'nothing-to-do', steps: [], message: say('run.nothing-to-do'), saved: [] };
  }

  const work = workOn(bench, planner, journal, assembled.task, factMemory(bench.machine, assembled.facts));
  await work.record({
    kind: 'run-started',
    run: journal.run,
    goal: plan.goal,
    digest: plan.digest,
    profile: order.profile,
    steps: order.steps,
    version: bench.version,
    machine: await machineMark(bench.machine),
  });
  return carryOut(work, { steps, owed, ...(order.confirmReboot && { confirmReboot: order.confirmReboot }) });
}

/**
 * Carries out what leads to the profile's goal. Returns how it ended; throws FaultError where it does not begin: `busy` (another run is at
 * work), `unfinished-run`, `machine-changed` (another plan than the one agreed to), `nothing-fits`, `needs-admin`, `bad-request`; and `failed`
 * where the journal itself cannot be written.
 */
export async function applyPlan(given: Bench, planner: Planner, order: ApplyOrder): Promise<RunResult> {
  const bench = askingAgain(given);
  await requireRoot(bench);
  return onFullDisk(async () => {
    const journal = await bench.store.begin();
    const release = await bench.lock.take(journal.run);
    try {
      return await applyLocked(bench, planner, order, journal);
    } finally {
      await release();
    }
  });
}
