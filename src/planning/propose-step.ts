import type { Message } from '../domain/message.ts';
import type { Proposal } from '../domain/plan.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { blocked, notWanted, type Step, type Task } from '../steps/step.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';

const nameOf = (key: FactKey): Message => ({ key: `fact.${key}` });

/** What a step says of the guest. A fact that it needs and that is unknown blocks it, with the reason; it is shown nothing that it did not ask for. */
export function proposeStep(step: Step, facts: Facts, task: Task): Proposal {
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
  return step.propose(shown as Parameters<Step['propose']>[0], task);
}
