import type { ToldFinding, ToldStep } from '../../report/told-diagnosis.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented, itemised } from '../layout.ts';

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const;

type Evidence = ToldFinding['evidence'];

const evidenceLine = ({ source, text }: Evidence[number]): string => `${source}: ${text}`;

/** From the left edge and between two lines, so that it can be copied as it stands, with what was seen beneath it. */
function letter(paragraph: string, evidence: Evidence, { terminal }: Call): string {
  const { columns, paint } = terminal;
  const edge = paint('dim', '┄'.repeat(columns));
  const lines = evidence.map((one) => `\n${indented(evidenceLine(one), 0, columns)}`).join('');
  return `\n${edge}\n${indented(paragraph, 0, columns)}\n${lines}${lines === '' ? '' : '\n'}${edge}\n`;
}

function stepText({ text, forward }: ToldStep, mark: string, by: number, evidence: Evidence, call: Call): string {
  const line = `${itemised(mark, forward?.lead ?? text, by, call.terminal.columns)}\n`;
  if (forward === null) return line;
  const rest = forward.rest === '' ? '' : `${indented(forward.rest, by, call.terminal.columns)}\n`;
  return `${line}${letter(forward.paragraph, evidence, call)}${rest}`;
}

function mending({ who, steps, cure, evidence }: ToldFinding, by: number, call: Call): string {
  const { paint, columns } = call.terminal;
  const numbered = steps.length > 1;
  const listed = steps.map((step, index) =>
    stepText(step, numbered ? `${String(index + 1)}. ` : '', who === null ? by : by + 2, evidence, call),
  );
  const title = who === null ? '' : `${paint('bold', indented(who, by, columns))}\n`;
  const ours = cure === null ? '' : `${paint('cyan', indented(cure, by + 2, columns))}\n`;
  return listed.length === 0 && ours === '' ? '' : `${title}${listed.join('')}${ours}`;
}

/** A finding, what shows it, who mends it how, and beneath it what follows from it. `by`: columns of indent. */
export function findingText(finding: ToldFinding, call: Call, by = 0): string {
  const { translate, terminal } = call;
  const { columns, paint } = terminal;
  const { severity, weight, title, id, detail, evidence, consequences } = finding;
  const words = `${paint([COLOUR[severity], 'bold'], weight)} ${paint('bold', title)} ${paint('dim', `[${id}]`)}`;
  const head = indented(words, by, columns);
  const seen = evidence.map((one) => `${paint('dim', itemised('│ ', evidenceLine(one), by + 2, columns))}\n`).join('');
  const follows =
    consequences.length === 0
      ? ''
      : `\n${paint('bold', indented(translate(say('report.consequences')), by + 2, columns))}\n${consequences
          .map((one) => findingText(one, call, by + 4))
          .join('\n')}`;
  return `${head}\n${indented(detail, by + 2, columns)}\n${seen}${mending(finding, by + 2, call)}${follows}`;
}
