import { withBundle } from '../choice/offline.ts';
import type { Message } from '../domain/message.ts';
import type { Proposal } from '../domain/plan.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { blocked, notWanted, type Step, type Task } from '../steps/step.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';

/** Nothing is done with a bundle that is spoilt, or another guest's: not by the half of it that may be whole. */
function unlessSpoilt({ id }: Step, proposal: Proposal, { bundle }: Task): Proposal {
  const trouble = bundle?.trouble ?? null;
  const wouldAct = proposal.kind === 'todo' && proposal.actions.length > 0;
  const isInTheWay = id === 'preflight' ? proposal.kind === 'done' : wouldAct;
  return trouble !== null && isInTheWay ? blocked(trouble) : proposal;
}

const nameOf = (key: FactKey): Message => ({ key: `fact.${key}` });

function proposalOf(step: Step, seen: Facts, task: Task): Proposal {
  const facts = withBundle(seen, task.bundle ?? null);
  const reason = step.unwanted?.(task) ?? null;
  if (reason !== null) return notWanted(reason);

  const shown: Record<string, unknown> = {};
  for (const key of step.needs) {
    const fact = facts[key];
    if (!fact.known)
      return blocked(say('step.blocked.unknown', { what: nameOf(key), why: ignoranceSaid(fact.ignorance) }));
    shown[key] = fact.value;
  }
  for (const key of step.wants ?? []) shown[key] = facts[key];
  return unlessSpoilt(step, step.propose(shown as Parameters<Step['propose']>[0], task), task);
}

/** What a step says of the guest. A fact that it needs and that is unknown blocks it, with the reason; it is shown nothing that it did not ask for. */
export function proposeStep(step: Step, seen: Facts, task: Task): Proposal {
  const proposal = proposalOf(step, seen, task);
  return proposal.kind === 'blocked' && step.dispensable === true ? { ...proposal, leftOut: true } : proposal;
}
