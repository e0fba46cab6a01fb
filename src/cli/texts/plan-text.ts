import type { PlanDocument } from '../../contract/documents/plan.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented, itemised } from '../layout.ts';
import { rejectedLines } from './rejected-text.ts';
import { heading, simulatedBanner } from './sheet.ts';
import { planFindings } from './plan-findings.ts';
import { shellLines } from './shell-line.ts';

type Step = PlanDocument['steps'][number];

/** Where a command stands, and how far its further lines are set in. */
const DEEP = 8;

const MARK = { todo: '→', done: '✓', blocked: '✗', 'left-out': '!' } as const;
const COLOUR = { todo: 'cyan', done: 'green', blocked: 'red', 'left-out': 'yellow' } as const;
const standing = ({ state, leftOut }: Step): keyof typeof MARK => (leftOut ? 'left-out' : state);

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
  const commands = step.commands.map((command) => {
    const [first = '', ...more] = shellLines(command, terminal.columns - DEEP);
    return `    ${terminal.paint('dim', '$')} ${[first, ...more.map((line) => `        ${line}`)].join('\n')}\n`;
  });
  const reboot = step.reboot ? `    ${terminal.paint('yellow', translate(say('cli.plan.reboots')))}\n` : '';
  const undo =
    step.state === 'todo'
      ? `${terminal.paint('dim', indented(translate(say('cli.plan.undo', { undo: step.undo })), 4, terminal.columns))}\n`
      : '';
  return `${commands.join('')}${writes.join('')}${reboot}${undo}`;
}

/** A step that is done takes a line; one that is not stands apart. */
function stepText(step: Step, before: Step | undefined, call: Call): string {
  const { terminal } = call;
  const { paint, columns } = terminal;
  const head = `${paint(COLOUR[standing(step)], MARK[standing(step)])} ${paint('bold', step.title)} ${paint('dim', `[${step.id}]`)}`;
  const reason = indented(step.leftOut ? call.translate(say('step.left-out', { why: step.reason })) : step.reason, 2, columns);
  const warnings = step.warnings.map((warning) => `${paint('yellow', indented(warning, 2, columns))}\n`).join('');
  const apart = before === undefined || (step.state === 'done' && before.state === 'done') ? '' : '\n';
  return step.state === 'done'
    ? `${apart}${head}\n${paint('dim', reason)}\n`
    : `${apart}${head}\n${reason}\n${warnings}${deeds(step, call)}`;
}

const applyOf = ({ simulated }: PlanDocument, call: Call): string =>
  simulated ? `gpu-guest apply ${call.arguments[0] ?? ''}` : 'gpu-guest apply';

/** What can be done with this plan. */
function ending(document: PlanDocument, call: Call): string {
  const { translate } = call;
  const todo = document.steps.filter(({ state }) => state === 'todo').length;
  const blocked = document.steps.filter(({ state }) => state === 'blocked');
  if (blocked.some(({ leftOut, id }) => !leftOut && (id !== 'verify' || todo > 0))) return translate(say('cli.plan.blocked'));
  const summary = say('cli.plan.summary', { steps: todo, apply: applyOf(document, call), digest: document.digest });
  if (blocked.length === 0) return translate(todo === 0 ? say('cli.plan.nothing') : summary);
  const names = blocked.filter(({ leftOut }) => leftOut).map(({ title }) => title).join('; ');
  if (names === '') return translate(say('cli.plan.blocked'));
  const leftOut = say('cli.plan.left-out', { names });
  return translate(todo === 0 ? leftOut : say('run.two-sentences', { first: summary, then: leftOut }));
}

export function planText(document: PlanDocument, call: Call): string {
  const { translate, terminal } = call;
  const choices = [document.choice.driver, document.choice.licence, document.choice.cuda]
    .map((text) => `${itemised('• ', text, 2, terminal.columns)}\n`)
    .join('');
  const rejected = rejectedLines(document.rejected)
    .map((line) => `${terminal.paint('dim', itemised('– ', line, 2, terminal.columns))}\n`)
    .join('');
  return [
    simulatedBanner(document.simulated, call),
    heading(translate(say('cli.plan.choice', { goal: translate(say(`cli.goal.${document.goal}`)) })), call),
    choices,
    rejected,
    '\n',
    document.steps.map((step, place) => stepText(step, document.steps[place - 1], call)).join(''),
    planFindings(document, call),
    `\n${terminal.paint('bold', ending(document, call))}\n`,
  ].join('');
}
