import { ActionSchema } from '../../src/domain/action.ts';
import type { Proposal } from '../../src/domain/plan.ts';

/** Whether every action is one that the journal can keep. */
export const isValid = (proposal: Proposal): boolean =>
  proposal.kind !== 'todo' || proposal.actions.every((action) => ActionSchema.safeParse(action).success);
