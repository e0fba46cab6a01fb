/** A sheet of labelled lines, as every command prints them: label left, text wrapped beside it. */
import { say, type WordKey } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented, padded, widthOf } from '../layout.ts';

export type Row = readonly [label: string, text: string];

export function sheet(rows: readonly Row[], { terminal }: Call, indent = 0): string {
  const width = widthOf(rows.map(([label]) => label)) + 2;
  return rows
    .map(([label, text]) => {
      const body = indented(text, indent + width, terminal.columns).trimStart();
      return `${' '.repeat(indent)}${terminal.paint('dim', padded(label, width))}${body}\n`;
    })
    .join('');
}

export const heading = (text: string, { terminal }: Call): string => `${terminal.paint('bold', text)}\n`;

/** Stands first on every screen of a simulated guest. */
export const simulatedBanner = (simulated: boolean, { terminal, translate }: Call): string =>
  simulated ? `${terminal.paint(['black', 'bgYellow'], ` ${translate(say('cli.simulated'))} `)}\n\n` : '';

export const label = ({ translate }: Call, key: WordKey): string => translate({ key });
