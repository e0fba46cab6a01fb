/** What the GPUs did, part by part, each figure beside what the card gives on paper. */
import type { Verification } from '../../contract/documents/verification.ts';
import { eachText } from '../../report/each-text.ts';
import { visible } from '../../report/visible.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { heading, sheet } from './sheet.ts';

type Work = NonNullable<Verification['work']>;
type Part = Work['parts'][number];
type Figure = Part['figures'][number];

function numbered(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** What a figure has to stand beside, where the card does not tell it: the host's link to the card, or nothing that is known. */
const WITHOUT_PAPER = { memory: 'untold', product: 'untold', 'to-device': 'by-host', 'to-host': 'by-host', encode: 'alone' } as const;

function figureText({ what, value, unit, theoretical }: Figure, { translate }: Call): string {
  if (theoretical === null) return translate(say(`proof.figure.${WITHOUT_PAPER[what]}`, { value: numbered(value), unit }));
  const percent = Math.round((100 * value) / theoretical);
  return translate(
    say('proof.figure.of-theory', { value: numbered(value), unit, percent, theoretical: numbered(theoretical) }),
  );
}

const titleOf = ({ id, gpu }: Part, { translate }: Call): string =>
  translate(say(`proof.part.${id}`)) + (gpu === null ? '' : ` (${gpu})`);

function partText(part: Part, call: Call): string {
  const { terminal, translate } = call;
  const { outcome, message, figures, evidence } = part;
  const mark = outcome === 'passed' ? terminal.paint('green', '✓') : terminal.paint('red', '✗');
  const line = indented(translate(say('proof.line', { what: titleOf(part, call), text: message })), 2, terminal.columns);
  const rows = figures.map((figure) => [translate(say(`proof.figure.${figure.what}`)), figureText(figure, call)] as const);
  const proof =
    evidence === null || outcome === 'passed'
      ? ''
      : `${terminal.paint('dim', indented(evidence, 4, terminal.columns))}\n`;
  return `${mark} ${line.trimStart()}\n${proof}${sheet(rows, call, 4)}`;
}

/** Parts that were skipped for one reason are told in one line. */
function skippedText(parts: readonly Part[], call: Call): string {
  const { terminal, translate } = call;
  const reasons = [...new Set(parts.map(({ message }) => message))];
  return reasons
    .map((text) => {
      const of = parts.filter(({ message }) => message === text);
      const what = of.map((part) => titleOf(part, call)).join(', ');
      const line = indented(translate(say('proof.line.skipped', { what, text })), 2, terminal.columns).trimStart();
      const evidence = of.find((part) => part.evidence !== null)?.evidence ?? null;
      const proof = evidence === null ? '' : `${terminal.paint('dim', indented(evidence, 4, terminal.columns))}\n`;
      return `${terminal.paint('dim', '–')} ${line}\n${proof}`;
    })
    .join('');
}

export function proofText(work: Work, call: Call): string {
  const parts = eachText(work.parts, visible);
  const title = heading(call.translate(say('proof.title', { seconds: work.seconds })), call);
  const tried = parts.filter(({ outcome }) => outcome !== 'skipped').map((part) => partText(part, call));
  return `\n${title}${tried.join('')}${skippedText(parts.filter(({ outcome }) => outcome === 'skipped'), call)}`;
}
