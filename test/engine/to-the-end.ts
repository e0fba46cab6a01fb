/** A run carried through its reboots, as the unit on the guest does. */
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench, RunResult } from '../../src/engine/bench.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { autoProfile, type Tiny } from './tiny-bench.ts';
import { tinyPlanner } from './tiny-steps.ts';

export const ORDER = { profile: autoProfile, steps: null, expect: null };
export const planner = (world: Tiny) => tinyPlanner(world.guest, world.steps);

export async function toTheEnd(world: Tiny, bench: Bench): Promise<RunResult> {
  let result = await applyPlan(bench, planner(world), ORDER);
  while (result.outcome === 'reboot') result = await resumeRun(bench, planner(world));
  return result;
}
