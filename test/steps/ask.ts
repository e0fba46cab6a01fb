import type { Action } from '../../src/domain/action.ts';
import type { Platform } from '../../src/domain/machine.ts';
import type { Proposal } from '../../src/domain/plan.ts';
import { proposeStep } from '../../src/planning/propose-step.ts';
import { steps } from '../../src/steps/index.ts';
import type { Step } from '../../src/steps/step.ts';
import { factsOf, type SomeFacts } from './facts-of.ts';
import { taskOf, type SomeTask } from './task-of.ts';

type Id = (typeof steps)[number]['id'];

const stepOf = (id: Id, platform: Platform): Step =>
  (steps as readonly Step[]).find((step) => step.id === id && step.on.includes(platform))!;

export const ask = (id: Id, facts: SomeFacts = {}, task: SomeTask = {}, platform: Platform = 'linux'): Proposal =>
  proposeStep(stepOf(id, platform), factsOf(facts), taskOf(task));

/** The key of what a proposal says. */
export const saidBy = (proposal: Proposal): string =>
  proposal.kind === 'blocked' ? proposal.by.key : proposal.because.key;

export const actionsOf = (proposal: Proposal): readonly Action[] => (proposal.kind === 'todo' ? proposal.actions : []);

/** Each action on one line, as a person would read it. */
export const linesOf = (proposal: Proposal): readonly string[] =>
  actionsOf(proposal).map((action) => {
    switch (action.kind) {
      case 'run':
        return action.command.join(' ');
      case 'refresh':
        return `refresh: ${action.command.join(' ')}`;
      case 'write-file':
        return `write ${action.path}`;
      case 'copy-file':
        return `copy ${action.source.path} -> ${action.path} ${action.mode.toString(8)}`;
      case 'write-link':
        return `link ${action.path} -> ${action.target}`;
      case 'remove-file':
        return `remove ${action.path}`;
      case 'write-value':
        return `set ${action.key}\\${action.name} = ${action.type} ${action.data}`;
      case 'remove-value':
        return `delete ${action.key}\\${action.name}`;
      case 'reboot':
        return 'reboot';
    }
  });
