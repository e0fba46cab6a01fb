import type { ProfileCheck } from '../../contract/documents/profile.ts';
import { visible } from '../../report/visible.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented, widthOf } from '../layout.ts';

type Found = ProfileCheck['files'][number];

/** `lines`: of the file; none where it could not be read. */
export type Checked = { readonly found: Found; readonly lines: readonly string[] };

/** The line as it stands, and beneath it where in it. A line that is too wide for that is left out. */
function shownLine({ line, column }: Found['mistakes'][number], lines: readonly string[], { terminal }: Call): string {
  const text = visible(lines[(line ?? 0) - 1] ?? '');
  if (column === null || text.trim() === '' || widthOf([text]) > terminal.columns - 8) return '';
  const before = ' '.repeat(widthOf([text.slice(0, column - 1)]));
  return `${terminal.paint('dim', `      ${text}`)}\n      ${before}${terminal.paint('yellow', '^')}\n`;
}

function fileText({ found, lines }: Checked, call: Call): string {
  const { terminal, translate } = call;
  const { paint, columns } = terminal;
  const name = paint('bold', visible(found.file));
  if (found.valid) return `${paint('green', '✓')} ${name}  ${translate(say('profile.check.right'))}\n`;
  const count = translate(say('profile.check.wrong', { count: found.mistakes.length }));
  const mistakes = found.mistakes.map(
    (mistake) => `${indented(visible(mistake.message), 4, columns)}\n${shownLine(mistake, lines, call)}`,
  );
  return `${paint('red', '✗')} ${name}  ${count}\n${mistakes.join('')}`;
}

export const profileCheckText = (checked: readonly Checked[], call: Call): string =>
  checked.map((one) => fileText(one, call)).join('');
