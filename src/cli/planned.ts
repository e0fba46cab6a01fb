/** A plan for a source, as a document: what `plan` shows and `apply` asks about. */
import type { PlanDocument } from '../contract/documents/plan.ts';
import { refuse } from '../domain/fault.ts';
import { STEP_ORDER } from '../planning/order.ts';
import { NEAR_FACTS } from '../engine/near-facts.ts';
import { planOf, type PlanOf } from '../engine/plan-of.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { look } from './look.ts';
import { programPath } from './program-path.ts';
import type { Source } from './source.ts';

const isStep = (id: string): boolean => (STEP_ORDER as readonly string[]).includes(id);

/** The ids of `--steps`; null: all. */
export function stepsOption(call: Call): readonly string[] | null {
  const given = textOption(call, 'steps');
  if (given === undefined) return null;
  const ids = given
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const wrong = ids.find((id) => !isStep(id));
  if (wrong === undefined) return ids;
  const near = nearest(wrong, STEP_ORDER);
  throw refuse(
    'bad-request',
    near === null
      ? say('cli.unknown-step', { id: wrong, ids: STEP_ORDER.join(', ') })
      : say('cli.unknown-step-near', { id: wrong, near }),
  );
}

export async function planned(call: Call, source: Source): Promise<PlanOf> {
  const simulated = source.kind === 'simulated';
  const only = stepsOption(call);
  const seen = await look(call, source, { keys: NEAR_FACTS, program: simulated ? '' : programPath() });
  return planOf(seen, only, call.translate);
}

/** Nothing fits, or a step is blocked: 1. */
export const planExit = ({ steps }: PlanDocument, fits: boolean): ExitCode =>
  fits && !steps.some(({ state }) => state === 'blocked') ? EXIT.done : EXIT.notAsItShouldBe;
