import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Text broken at the terminal's width, every line indented. Double-width characters count as two. */
export function indented(text: string, by: number, columns: number): string {
  const margin = ' '.repeat(by);
  return wrapAnsi(text, Math.max(columns - by, 20), { hard: true })
    .split('\n')
    .map((line) => (line === '' ? '' : margin + line))
    .join('\n');
}

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - stringWidth(text), 0));
export const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => stringWidth(text)));
