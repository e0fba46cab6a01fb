import { STEP_ORDER } from '../planning/order.ts';
import { proposePlan } from '../planning/propose-plan.ts';
import { proposeStep } from '../planning/propose-step.ts';
import { steps as registered } from '../steps/index.ts';
import type { Step } from '../steps/step.ts';
import { NEAR_FACTS } from './near-facts.ts';
import type { Planner } from './planner.ts';
import { taskOf, type TaskOptions } from './set-task.ts';

const placeOf = ({ id }: Step): number => (STEP_ORDER as readonly string[]).indexOf(id);

const steps: readonly Step[] = (registered as readonly Step[]).toSorted((a, b) => placeOf(a) - placeOf(b));

/** Plans by the registry of steps, in the contract's order. */
export const registryPlanner = (options: Omit<TaskOptions, 'program'> = {}): Planner => ({
  steps,
  taskOf: (machine, profile, program) => taskOf(machine, profile, { keys: NEAR_FACTS, ...options, program }),
  proposeStep,
  proposePlan: ({ platform }, { facts, task }, only) => proposePlan(facts, task, platform, { only, steps }),
});
