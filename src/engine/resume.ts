import { refuse } from '../domain/fault.ts';
import { defaultProfile, type Profile } from '../domain/profile.ts';
import type { Journal } from '../domain/run-event.ts';
import { runState, type RunState } from '../journal/replay.ts';
import { statesOf } from '../journal/run-store.ts';
import { say } from '../words/say.ts';
import { requireAgreed } from './agreed-run.ts';
import { askingAgain } from './ask-again.ts';
import { awaitOrphan } from './await-orphan.ts';
import type { Bench, RunResult } from './bench.ts';
import { bootIdOf } from './boot-id.ts';
import { carryOut, type CarryOut } from './carry-out.ts';
import { chosenSteps } from './chosen-steps.ts';
import { factMemory } from './fact-memory.ts';
import { likeness, machineMark, type Likeness } from './machine-mark.ts';
import { onFullDisk } from './on-full-disk.ts';
import type { Planner } from './planner.ts';
import { requireRoot } from './require-root.ts';
import { workOn } from './work.ts';

export type ResumeOrder = {
  /** In place of what the run's profile says. */
  readonly reboot?: Profile['reboot'];
  readonly confirmReboot?: CarryOut['confirmReboot'];
  /** The digest of the plan that the run was begun with; left out: whatever it was. */
  readonly expect?: string;
  /** Although it was begun on another machine. */
  readonly elsewhere?: boolean;
};

/** A profile as an earlier version may have written it: what it did not know has its default. */
export function resumedProfile({ profile }: RunState, { reboot }: ResumeOrder): Profile {
  const written = typeof profile === 'object' && profile !== null ? (profile as Partial<Profile>) : {};
  return { ...defaultProfile, ...written, ...(reboot && { reboot }) };
}

/** The newest run, where it has not come to its end. Refuses (`not-found`, `unfinished-run`) where there is none to go on with. */
export function toResume(states: readonly RunState[]): RunState {
  const last = states.at(-1);
  if (last === undefined || last.status === 'done' || last.status === 'undone')
    throw refuse('not-found', say('run.resume.nothing'));
  if (last.status === 'undoing') throw refuse('unfinished-run', say('run.resume.undoing', { run: last.run }));
  return last;
}

/** Whether this is the machine on which the run was begun, or last gone on with on purpose. */
export const likenessTo = async ({ machines }: RunState, machine: Bench['machine']): Promise<Likeness> =>
  likeness(machines.at(-1) ?? null, await machineMark(machine));

const PARTS = { id: say('run.resume.elsewhere.id'), hardware: say('run.resume.elsewhere.hardware') } as const;

/** A clone of a builder whose run had not ended would go on by itself, reboot, and seal. */
function refuseElsewhere(run: string, found: Likeness): void {
  if (found.kind !== 'other') return;
  const [first, second] = found.differs.map((part) => PARTS[part]);
  if (first === undefined) return;
  const what = second === undefined ? first : say('run.resume.elsewhere.both', { first, second });
  throw refuse('machine-changed', say('run.resume.elsewhere', { run, what }));
}

/** The run waits for a reboot, and this is still the boot in which it began to wait. */
async function waitsForReboot({ machine }: Bench, { status, reboots }: RunState): Promise<boolean> {
  const asked = reboots.at(-1)?.bootId ?? null;
  if (status !== 'paused-for-reboot' || asked === null) return false;
  return (await bootIdOf(machine)) === asked;
}

async function goOn(
  bench: Bench,
  planner: Planner,
  order: ResumeOrder,
  journal: Journal,
  state: RunState,
): Promise<RunResult> {
  await awaitOrphan(bench, 'preflight');
  const profile = resumedProfile(state, order);
  const steps = chosenSteps(planner.steps, bench.machine.platform, state.onlySteps);
  const waits = await waitsForReboot(bench, state);
  if (waits && profile.reboot === 'never')
    return { run: state.run, outcome: 'reboot', steps: state.steps, message: say('run.reboot.needed'), saved: [] };
  const { task, facts } = await planner.taskOf(bench.machine, profile, bench.self?.program ?? '');
  const work = workOn(bench, planner, journal, task, factMemory(bench.machine, facts));
  const moved = (await likenessTo(state, bench.machine)).kind === 'other';
  await work.record({ kind: 'run-resumed', ...(moved && { machine: await machineMark(bench.machine) }) });
  return carryOut(work, {
    steps,
    owed: state.owed,
    ...(order.confirmReboot && { confirmReboot: order.confirmReboot }),
  });
}

/**
 * Goes on with the newest run after a reboot, a crash, a failure or a cancellation: from fresh facts and the run's own profile, so that what is done is
 * skipped and what was cut off is done again. Throws FaultError: `busy`, `not-found` (nothing to go on with), `unfinished-run` (an undo
 * was cut off), `machine-changed` (another plan than expected, or another machine), `needs-admin`, `failed`.
 */
export async function resumeRun(given: Bench, planner: Planner, order: ResumeOrder = {}): Promise<RunResult> {
  const bench = askingAgain(given);
  await requireRoot(bench);
  return onFullDisk(async () => {
    const found = toResume(await statesOf(bench.store));
    requireAgreed(found, order.expect);
    const { run } = found;
    if (order.elsewhere !== true) refuseElsewhere(run, await likenessTo(found, bench.machine));
    const release = await bench.lock.take(run);
    try {
      const journal = await bench.store.open(run);
      if (journal === undefined) throw refuse('not-found', say('run.unknown', { run }));
      return await goOn(bench, planner, order, journal, { ...runState(await journal.events()), run });
    } finally {
      await release();
    }
  });
}
