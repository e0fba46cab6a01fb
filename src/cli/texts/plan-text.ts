import type { PlanDocument } from '../../contract/documents/plan.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { findingText } from './diagnosis-text.ts';
import { heading, simulatedBanner } from './sheet.ts';
import { shellLine } from './shell-line.ts';

type Step = PlanDocument['steps'][number];

const MARK = { todo: '→', done: '✓', blocked: '✗' } as const;
const COLOUR = { todo: 'cyan', done: 'green', blocked: 'red' } as const;

function diffText(diff: string, { terminal }: Call): string {
  return diff
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        `      ${line.startsWith('+') ? terminal.paint('green', line) : line.startsWith('-') ? terminal.paint('red', line) : line}\n`,
    )
    .join('');
}

function deeds(step: Step, call: Call): string {
  const { translate, terminal } = call;
  const writes = step.writes.map(
    ({ file, diff, mode }) =>
      `    ${translate(say('cli.plan.writes', { file }))}${mode === null ? '' : ` (${mode})`}\n${diffText(diff, call)}`,
  );
  const commands = step.commands.map((command) => `    ${terminal.paint('dim', '$')} ${shellLine(command)}\n`);
  const reboot = step.reboot ? `    ${terminal.paint('yellow', translate(say('cli.plan.reboots')))}\n` : '';
  const undo =
    step.state === 'todo'
      ? `${terminal.paint('dim', indented(translate(say('cli.plan.undo', { undo: step.undo })), 4, terminal.columns))}\n`
      : '';
  return `${commands.join('')}${writes.join('')}${reboot}${undo}`;
}

function stepText(step: Step, call: Call): string {
  const { terminal } = call;
  const { paint, columns } = terminal;
  const head = `${paint(COLOUR[step.state], MARK[step.state])} ${paint('bold', step.title)} ${paint('dim', `[${step.id}]`)}`;
  const reason = indented(step.reason, 2, columns);
  const warnings = step.warnings.map((warning) => `${paint('yellow', indented(warning, 2, columns))}\n`).join('');
  return step.state === 'done'
    ? `${head}\n${paint('dim', reason)}\n`
    : `${head}\n${reason}\n${warnings}${deeds(step, call)}`;
}

export function planText(document: PlanDocument, call: Call): string {
  const { translate, terminal } = call;
  const todo = document.steps.filter(({ state }) => state === 'todo').length;
  const blocked = document.steps.some(({ state }) => state === 'blocked');
  const choices = [document.choice.driver, document.choice.licence, document.choice.cuda]
    .map((text) => `${indented(`• ${text}`, 2, terminal.columns)}\n`)
    .join('');
  const rejected = document.rejected
    .map(({ what, why }) => `${terminal.paint('dim', indented(`– ${what}: ${why}`, 2, terminal.columns))}\n`)
    .join('');
  const warnings = document.warnings.map((finding) => `${findingText(finding, call)}\n`).join('');
  const end = blocked
    ? translate(say('cli.plan.blocked'))
    : todo === 0
      ? translate(say('cli.plan.nothing'))
      : translate(say('cli.plan.summary', { steps: todo, digest: document.digest.slice(0, 12) }));
  return [
    simulatedBanner(document.simulated, call),
    heading(translate(say('cli.plan.choice', { goal: translate(say(`cli.goal.${document.goal}`)) })), call),
    choices,
    rejected,
    '\n',
    document.steps.map((step) => stepText(step, call)).join('\n'),
    warnings === '' ? '' : `\n${heading(translate(say('cli.plan.warnings')), call)}${warnings}`,
    `\n${terminal.paint('bold', end)}\n`,
  ].join('');
}
