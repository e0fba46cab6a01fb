import type { PlanDocument } from '../contract/documents/plan.ts';
import type { Action } from '../domain/action.ts';
import type { Choice } from '../domain/choice.ts';
import type { Finding } from '../domain/finding.ts';
import { registryValue, shownValue, valuePlace } from '../domain/registry-value.ts';
import type { Plan, PlannedStep, Proposal } from '../domain/plan.ts';
import { unifiedDiff } from '../planning/diff.ts';
import type { Translate } from '../words/translate.ts';
import { findingDocument } from './diagnosis-document.ts';

type StepDocument = PlanDocument['steps'][number];

/** Windows has no such bits. */
const octal = (path: string, mode: number): string | null => (/^[A-Z]:/i.test(path) ? null : `0${mode.toString(8)}`);

const actionsOf = (proposal: Proposal): readonly Action[] => (proposal.kind === 'todo' ? proposal.actions : []);

type ValueAction = Extract<Action, { readonly kind: 'write-value' | 'remove-value' }>;

/** A line for what stands there, where that is known, and one for what will. */
function valueDiff(action: ValueAction, before: string | undefined): string {
  const place = valuePlace(action.key, action.name);
  if (action.kind === 'remove-value') return before === undefined ? `- ${place}` : `- ${before}`;
  const after = `+ ${shownValue(registryValue(action.type, action.data))}`;
  return before === undefined ? after : `- ${before}\n${after}`;
}

const fileDiff = (path: string, before: PlannedStep['before'], after: string): string =>
  unifiedDiff(path, before[path] ?? null, after);

/** What a file will be, as a unified diff against what it is. Bytes by reference are named by their hash, never shown. */
function writesOf({ proposal, before }: PlannedStep): StepDocument['writes'] {
  return actionsOf(proposal).flatMap((action): StepDocument['writes'] => {
    switch (action.kind) {
      case 'write-file':
        return [
          {
            file: action.path,
            diff: fileDiff(action.path, before, action.content),
            mode: octal(action.path, action.mode),
          },
        ];
      case 'copy-file':
        return [
          { file: action.path, diff: `+ ${action.source.path} (sha256 ${action.sha256})`, mode: octal(action.path, action.mode) },
        ];
      case 'write-link':
        return [{ file: action.path, diff: `+ -> ${action.target}`, mode: null }];
      case 'remove-file':
        return [{ file: action.path, diff: `- ${action.path}`, mode: null }];
      case 'write-value':
      case 'remove-value': {
        const file = valuePlace(action.key, action.name);
        return [{ file, diff: valueDiff(action, before[file]), mode: null }];
      }
      case 'run':
      case 'refresh':
      case 'reboot':
        return [];
    }
  });
}

const commandsOf = (proposal: Proposal): string[][] =>
  actionsOf(proposal).flatMap((action) => {
    if (action.kind === 'refresh') return [[...action.command]];
    if (action.kind !== 'run') return [];
    const environment = Object.entries(action.env ?? {}).map(([name, value]) => `${name}=${value}`);
    return [environment.length === 0 ? [...action.command] : ['env', ...environment, ...action.command]];
  });

const stateOf = ({ kind }: Proposal): StepDocument['state'] => (kind === 'todo' || kind === 'blocked' ? kind : 'done');

function stepDocument(step: PlannedStep, translate: Translate): StepDocument {
  const { proposal } = step;
  const reason = translate(proposal.kind === 'blocked' ? proposal.by : proposal.because);
  return {
    id: step.id,
    title: translate({ key: `step.${step.id}.title` }),
    reason,
    state: stateOf(proposal),
    blockedBy: proposal.kind === 'blocked' ? reason : null,
    leftOut: proposal.kind === 'blocked' && proposal.leftOut === true,
    commands: commandsOf(proposal),
    writes: writesOf(step),
    reboot: actionsOf(proposal).some(({ kind }) => kind === 'reboot'),
    undo: translate(step.undo),
    warnings: proposal.kind === 'todo' ? (proposal.warnings ?? []).map((warning) => translate(warning)) : [],
  };
}

function rejectedOf({
  driver,
  licence,
  cuda,
  containers,
  libraries,
  fabric,
}: Choice): readonly { readonly what: string; readonly why: { readonly key: string } }[] {
  return [
    ...(driver.kind === 'not-wanted' ? [] : driver.rejected),
    ...(licence.kind === 'token-missing' ? licence.rejected : []),
    ...(cuda.kind === 'keep' ? [] : cuda.rejected),
    ...(containers.kind === 'not-wanted' ? [] : containers.rejected),
    ...[fabric, ...Object.values(libraries)].flatMap((one) => (one.kind === 'not-wanted' ? [] : one.rejected)),
  ];
}

/** `gpu-guest/plan@1`. */
export const planDocument = (
  {
    plan,
    choice,
    warnings,
    simulated,
  }: {
    readonly plan: Plan;
    readonly choice: Choice;
    readonly warnings: readonly Finding[];
    readonly simulated: boolean;
  },
  translate: Translate,
): PlanDocument => ({
  schema: 'gpu-guest/plan@1',
  digest: plan.digest,
  goal: plan.goal,
  simulated,
  steps: plan.steps.map((step) => stepDocument(step, translate)),
  choice: {
    driver: translate(choice.driver.reason),
    licence: translate(choice.licence.reason),
    cuda: translate(choice.cuda.reason),
  },
  rejected: rejectedOf(choice).map(({ what, why }) => ({ what, why: translate(why) })),
  warnings: warnings.map((finding) => findingDocument(finding, translate)),
});
