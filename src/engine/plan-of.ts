import type { PlanDocument } from '../contract/documents/plan.ts';
import type { Observer } from '../domain/machine.ts';
import type { Profile } from '../domain/profile.ts';
import { proposePlan } from '../planning/propose-plan.ts';
import { planDocument } from '../report/plan-document.ts';
import type { Translate } from '../words/translate.ts';
import { diagnose } from './diagnose.ts';
import { NEAR_FACTS } from './near-facts.ts';
import type { TaskOptions } from './set-task.ts';
import { judgingOf, survey, type Survey } from './survey.ts';

/** What a run would be planned by: the same facts as `apply` asks for, so that the digest is the same. */
export const surveyForPlan = (machine: Observer, profile: Profile, options: TaskOptions = {}): Promise<Survey> =>
  survey(machine, profile, { ...options, keys: NEAR_FACTS });

export type PlanOf = { readonly document: PlanDocument; /** A driver fits, or none is wanted. */ readonly fits: boolean };

/** Where an image is built, it is meant that no card is there. */
const isOfGpu = (id: string): boolean => id.startsWith('gpu.');

/** The plan for what was seen, as a document. `only`: step ids; null: all. */
export async function planOf(seen: Survey, only: readonly string[] | null, translate: Translate): Promise<PlanOf> {
  const plan = await proposePlan(seen.facts, seen.task, seen.platform, { only });
  const { findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const simulated = seen.origin.kind === 'simulated';
  const warnings = seen.choice.forImage ? findings.filter(({ id }) => !isOfGpu(id)) : findings;
  const document = planDocument({ plan, choice: seen.choice, warnings, simulated }, translate);
  return { document, fits: seen.choice.driver.kind !== 'nothing-fits' };
}
