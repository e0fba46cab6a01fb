import type { RuleId } from '../diagnosis/index.ts';
import type { OfflineBundle } from '../domain/bundle.ts';
import type { Choice } from '../domain/choice.ts';
import type { Fact } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Platform } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import type { Proposal } from '../domain/plan.ts';
import type { Profile } from '../domain/profile.ts';
import type { FactKey, FactValues } from '../probes/facts.ts';

/** What is to be reached, besides what is. */
export type Task = {
  readonly profile: Profile;
  readonly gpus: readonly Gpu[];
  readonly choice: Choice;
  /** Ids of earlier steps of the plan that are still to do. Empty while the plan is carried out: then facts alone speak. */
  readonly ahead: ReadonlySet<string>;
  /** Absolute path of this program, for units that start it; null in a simulated guest. */
  readonly program: string;
  /** Left out: packages come from the guest's own repositories. */
  readonly bundle?: OfflineBundle;
};

type Shown<Need extends FactKey, Want extends FactKey> = Pick<FactValues, Need> & {
  readonly [K in Want]: Fact<FactValues[K]>;
};

/**
 * A pure function from facts to a proposal. Asked before (what is to be done?) and after (is it done?): the one function
 * plans, skips and verifies. It never touches the machine.
 */
export interface Step<Id extends string = string, Need extends FactKey = FactKey, Want extends FactKey = FactKey> {
  readonly id: Id;
  readonly on: readonly Platform[];
  /** Left out of plans and runs where the task does not ask for it (`unwanted`). */
  readonly optional?: true;
  /** Where it is blocked it is left out: driver and licence do not wait for an extra that cannot be had. */
  readonly dispensable?: true;
  /** The rules that turn healthy when it is done. */
  readonly cures: readonly RuleId[];
  /** Unknown: the step is blocked, with the reason. */
  readonly needs: readonly Need[];
  readonly wants?: readonly Want[];
  /** Why the task does not ask for it, whatever the facts are; null: it does. Asked first, so that ignorance of facts that do not matter blocks nothing. */
  unwanted?(task: Task): Message | null;
  propose(facts: Shown<Need, Want>, task: Task): Proposal;
  /** How it is taken back, or why not. */
  readonly undo: Message;
  /** How long after its actions the guest may take until the step is done (a service that fetches a licence). Default 0. */
  patienceMs?(task: Task): number;
}

export const defineStep = <const Id extends string, const Need extends FactKey, const Want extends FactKey = never>(
  step: Step<Id, Need, Want>,
): Step<Id, Need, Want> => step;

export const done = (because: Message): Proposal => ({ kind: 'done', because });
export const notWanted = (because: Message): Proposal => ({ kind: 'not-wanted', because });
export const blocked = (by: Message, finding?: string): Proposal => ({
  kind: 'blocked',
  by,
  ...(finding !== undefined && { finding }),
});

export const isLeftOut = (step: Step, task: Task): boolean =>
  step.optional === true && (step.unwanted?.(task) ?? null) !== null;
