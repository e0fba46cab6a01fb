import type { Line } from './source.ts';

/** No tool whose output we read prints longer lines; patterns that look at the rest of a line take time by the square of its length. */
const LONGEST = 2000;
/** Sections of a report stand a line or two apart. */
const MOST_BLANK = 2;

const parts = (line: Line): readonly Line[] =>
  line.text.length <= LONGEST
    ? [line]
    : (line.text.match(/[^]{1,2000}/g) ?? []).map((text) => ({ ...line, text: text.trimEnd() }));

/** Long lines in pieces with the same number, long runs of blank lines shortened: any text is read in a time that grows with its length. */
export function bounded(lines: readonly Line[]): readonly Line[] {
  let blank = 0;
  return lines.flatMap(parts).filter(({ text }) => {
    blank = text.trim() === '' ? blank + 1 : 0;
    return blank <= MOST_BLANK;
  });
}
