import { CUDA_LIBRARIES, CUDA_PROFILE, ENVIRONMENT_FILE, GRIDD_CONFIG, COMMAND_FOLDER } from '../domain/places.ts';
import { valueOf } from '../domain/fact.ts';
import type { Platform } from '../domain/machine.ts';
import type { Plan, PlannedStep, Proposal } from '../domain/plan.ts';
import type { Facts } from '../probes/facts.ts';
import { steps as allSteps } from '../steps/index.ts';
import { isLeftOut, notWanted, type Step, type Task } from '../steps/step.ts';
import { say } from '../words/say.ts';
import { digestOf } from './digest.ts';
import { STEP_ORDER } from './order.ts';
import { proposeStep } from './propose-step.ts';

export type PlanOptions = {
  /** Ids of the only steps to be considered (`--steps`); null or left out: all. */
  readonly only?: readonly string[] | null;
  readonly steps?: readonly Step[];
};

const placeOf = ({ id }: Step): number => (STEP_ORDER as readonly string[]).indexOf(id);

/** The texts of files as the facts hold them, for the diffs of what will be written. */
function textsIn(facts: Facts): Readonly<Record<string, string>> {
  const files = valueOf(facts.pathFiles);
  const texts: readonly (readonly [string, string | null | undefined])[] = [
    [GRIDD_CONFIG, valueOf(facts.griddConfig)?.text],
    [ENVIRONMENT_FILE, files?.environment],
    [CUDA_PROFILE, files?.profileD],
    [CUDA_LIBRARIES, files?.ldSoConfD],
    ...Object.entries(files?.scripts ?? {}).map(([name, text]) => [`${COMMAND_FOLDER}/${name}`, text] as const),
  ];
  return Object.fromEntries(texts.flatMap(([path, text]) => (text == null ? [] : [[path, text]])));
}

function beforeOf(proposal: Proposal, texts: Readonly<Record<string, string>>): PlannedStep['before'] {
  const actions = proposal.kind === 'todo' ? proposal.actions : [];
  const paths = actions.flatMap((action) => (action.kind === 'write-file' ? [action.path] : []));
  const told = proposal.kind === 'todo' ? proposal.before : undefined;
  return { ...Object.fromEntries(paths.flatMap((path) => (texts[path] === undefined ? [] : [[path, texts[path]]]))), ...told };
}

/** Where nothing is to be done, nothing can stand in the way: neither rights nor room nor a lock is asked for. */
const withoutIdlePreflight = (planned: readonly PlannedStep[]): readonly PlannedStep[] =>
  planned.some(({ proposal }) => proposal.kind === 'todo' && proposal.actions.length > 0)
    ? planned
    : planned.map((step) =>
        step.id === 'preflight' ? { ...step, proposal: notWanted(say('step.preflight.nothing-ahead')) } : step,
      );

/** What stands in a step's way does not take it off the road; what is left out will not come. */
const isAhead = (proposal: Proposal): boolean =>
  proposal.kind === 'todo' || (proposal.kind === 'blocked' && proposal.leftOut !== true);

/**
 * The steps from what is to what shall be, in order, each knowing which of those before it are still to be done.
 * Pure but for the digest, which the platform's WebCrypto makes.
 */
export async function proposePlan(
  facts: Facts,
  task: Omit<Task, 'ahead'>,
  platform: Platform,
  { only = null, steps = allSteps }: PlanOptions = {},
): Promise<Plan> {
  const texts = textsIn(facts);
  const considered = steps
    .filter((step) => step.on.includes(platform) && (only === null || only.includes(step.id)))
    .filter((step) => !isLeftOut(step, { ...task, ahead: new Set() }))
    .toSorted((a, b) => placeOf(a) - placeOf(b));

  const ahead = new Set<string>();
  const proposed = considered.map((step): PlannedStep => {
    const proposal = proposeStep(step, facts, { ...task, ahead: new Set(ahead) });
    if (step.id !== 'preflight' && isAhead(proposal)) ahead.add(step.id);
    const undo = (proposal.kind === 'todo' ? proposal.undo : undefined) ?? step.undo;
    return { id: step.id, proposal, undo, before: beforeOf(proposal, texts) };
  });

  const planned = withoutIdlePreflight(proposed);
  const { goal } = task.choice;
  const agreed = planned.flatMap(({ id, proposal }) =>
    proposal.kind === 'todo' ? [{ id, actions: proposal.actions }] : [],
  );
  return { digest: await digestOf({ goal, steps: agreed }), goal, steps: planned };
}
