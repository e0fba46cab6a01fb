import type { Diagnosis } from '../../contract/documents/diagnosis.ts';
import { eachText } from '../../report/each-text.ts';
import { toldDiagnosis, type LookedAt, type ToldDiagnosis } from '../../report/told-diagnosis.ts';
import { visible } from '../../report/visible.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { findingText } from './finding-text.ts';
import { heading, simulatedBanner } from './sheet.ts';

const COLOUR = { ready: 'green', attention: 'yellow', broken: 'red', unknown: 'yellow' } as const;

function head({ verdict, sentence, first, cause }: ToldDiagnosis, { terminal }: Call): string {
  const { paint, columns } = terminal;
  const mend = first === null ? '' : `${paint('bold', indented(first, 0, columns))}\n`;
  const why = cause === null ? '' : `${indented(cause, 0, columns)}\n`;
  return `${paint([COLOUR[verdict], 'bold'], sentence)}\n${mend}${why}`;
}

const paragraph = (text: string | null, { terminal }: Call): string =>
  text === null ? '' : `\n${indented(text, 0, terminal.columns)}\n`;

/** Cause first; what follows from a cause beneath it; what is only worth knowing, and what was not read, at the end. */
export function diagnosisText(document: Diagnosis, looked: LookedAt, call: Call): string {
  const { translate, terminal } = call;
  const told = toldDiagnosis(eachText(document, visible), looked, translate);
  const causes = told.causes.map((finding) => `\n${findingText(finding, call)}`);
  const notes = told.notes.map((finding) => findingText(finding, call, 2)).join('\n');
  const notesTitle = notes === '' ? '' : `\n${heading(translate(say('report.notes')), call)}`;
  const unread = paragraph(told.unread, call);
  return [
    simulatedBanner(told.simulated, call),
    head(told, call),
    ...causes,
    paragraph(told.next, call),
    notesTitle,
    notes,
    unread === '' ? '' : terminal.paint('dim', unread),
  ].join('');
}
