import stringWidth from 'string-width';
import { wrapped } from '../report/wrapped.ts';

const NARROWEST = 20;

/** Text broken at the terminal's width, every line indented. Double-width characters count as two. */
export function indented(text: string, by: number, columns: number): string {
  const margin = ' '.repeat(by);
  return wrapped(text, Math.max(columns - by, NARROWEST))
    .map((line) => (line === '' ? '' : margin + line))
    .join('\n');
}

/** The same behind a mark, such as "1. ", beneath which no further line begins. */
export const itemised = (mark: string, text: string, by: number, columns: number): string =>
  `${' '.repeat(by)}${mark}${indented(text, by + stringWidth(mark), columns).trimStart()}`;

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - stringWidth(text), 0));
export const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));
