/** The wizard’s own sentences: those of every screen here, the others by screen. */
import { wizardMachine } from './wizard-machine.ts';
import { wizardFinding } from './wizard-finding.ts';
import { wizardGoal } from './wizard-goal.ts';
import { wizardMig } from './wizard-mig.ts';
import { wizardPlan } from './wizard-plan.ts';
import { wizardRun } from './wizard-run.ts';
import { wizardUndo } from './wizard-undo.ts';
import { wizardBeside } from './wizard-beside.ts';

export const wizard = {
  'wizard.brand': 'GPU Guest Assistant',
  'wizard.simulated': 'Simulated guest: nothing on this machine is changed.',
  'wizard.opening': 'One moment…',
  'wizard.turned-away.title': 'This browser cannot have the wizard',
  'wizard.turned-away.text':
    'The address with its one-time token was opened elsewhere first, or the program has been started anew. End it with Ctrl-C, run “gpu-guest serve” again, and open the new address here.',
  'wizard.cannot-open': 'The program does not answer',
  'wizard.cannot-open.text': 'It may have been ended, or the connection to this machine is cut. Nothing that runs is lost by that.',
  'wizard.again': 'Try again',

  'wizard.rail.name': 'The way through',
  'wizard.rail.machine': 'This machine',
  'wizard.rail.goal': 'Goal',
  'wizard.rail.plan': 'Plan',
  'wizard.rail.run': 'Run',
  'wizard.rail.done': 'Done',
  'wizard.rail.passed': 'finished',
  'wizard.rail.beside': 'At any time',
  'wizard.rail.diagnose': 'Diagnose',
  'wizard.rail.history': 'History',
  'wizard.rail.about': 'About',
  'wizard.settings': 'Language and light',
  'wizard.settings.language': 'Language',
  'wizard.settings.light': 'Light',
  'wizard.settings.light.system': 'As the system',
  'wizard.settings.light.light': 'Light',
  'wizard.settings.light.dark': 'Dark',

  'wizard.comma': ', ',
  'wizard.copied': 'Copied',
  'wizard.copy': 'Copy',

  ...wizardMachine,
  ...wizardFinding,
  ...wizardGoal,
  ...wizardMig,
  ...wizardPlan,
  ...wizardRun,
  ...wizardUndo,
  ...wizardBeside,
} as const;
