/** What a run is planned by. The registry's steps and the guest's own facts; a test may give its own. */
import type { Observer } from '../domain/machine.ts';
import type { Plan, Proposal } from '../domain/plan.ts';
import type { Profile } from '../domain/profile.ts';
import type { Facts } from '../probes/facts.ts';
import type { Step, Task } from '../steps/step.ts';

export type Assembled = { readonly task: Task; readonly facts: Facts };

export type Planner = {
  readonly steps: readonly Step[];
  readonly taskOf: (machine: Observer, profile: Profile, program: string) => Promise<Assembled>;
  readonly proposeStep: (step: Step, facts: Facts, task: Task) => Proposal;
  readonly proposePlan: (machine: Observer, assembled: Assembled, only: readonly string[] | null) => Promise<Plan>;
};
