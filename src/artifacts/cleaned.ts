/** What terminals, mails and forums add to a line, taken away again. */
import type { Line } from './source.ts';

const ESCAPES =
  /\u001b(?:\[[0-9;:?<>=!]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*\u001b\\|[ -/]+[0-~]|[0-~])/g;
/** "Cursor right": where a terminal saved itself the spaces. */
const RIGHT = /\u001b\[(\d*)C/g;
/** A terminal goes back and writes over: bold in manual pages, a corrected command. */
const BACK = /[^\u0008]\u0008/;

function typedOver(text: string): string {
  let shorter = text;
  while (BACK.test(shorter)) shorter = shorter.replace(BACK, '');
  return shorter.replaceAll('\u0008', '');
}

/** "> " of mails and Markdown, nested or not (">> "). A lone ">" at the end of a journal line stays: it says that the line was cut. */
const QUOTED = /^(?:\s?>{1,2}(?: |$))+/;

/** Inline code that holds whole lines: its sign stands before the first and behind the last of them. */
const withoutTicks = (text: string): string =>
  text.split('`').length - 1 > 2 || /^\s*```/.test(text) ? text : text.replace(/^(\s*)`(?=\S)/, '$1').replace(/`\s*$/, '');

const isAscii = (text: string): boolean => /^[\t -~]*$/.test(text);

export function cleaned(raw: string): string {
  let text = raw;
  if (!isAscii(text)) {
    if (text.includes('\u001b'))
      text = text
        .replace(RIGHT, (_, count: string) => ' '.repeat(Math.min(Number(count === '' ? 1 : count), 200)))
        .replace(ESCAPES, '');
    if (text.includes('\u0008')) text = typedOver(text);
    text = text
      .replace(/[\u0000-\u0007\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]/g, '')
      .replace(/[\u00a0\u2007\u202f\u3000]/g, ' ')
      // Compilers in UTF-8 and forums write these where tools are known by the plain ones.
      .replace(/[\u2018\u2019\u201b\u00b4]/g, "'")
      .replace(/[\u201c\u201d]/g, '"');
  }
  if (text.includes('`')) text = withoutTicks(text);
  return text.includes('>') ? text.replace(QUOTED, '') : text;
}

/** Code fences of Markdown, Jira, BBCode and AsciiDoc; a fence may open and name a language. */
const FENCE =
  /^\s*(?:(?:```|~~~)[^`]{0,40}|\{(?:code|noformat)[^}]*\}|\[\/?(?:code|quote)[^\]]*\]|<\/?(?:pre|code)[^>]*>)\s*$/i;
export const isFence = ({ text }: Line): boolean => /[`~{[<]/.test(text) && FENCE.test(text);

const ENTITIES: Readonly<Record<string, string>> = {
  gt: '>',
  lt: '<',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
};

/** Copied out of a page's source: entities instead of signs. XML has them rightly. */
export const isEscaped = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => /&gt;|&lt;|&quot;|&nbsp;/.test(text)) &&
  !lines.some(({ text }) => /^\s*<\?xml|<nvidia_smi_log/.test(text));
export const unescaped = (line: Line): Line => ({
  ...line,
  text: line.text.replace(/&(gt|lt|amp|quot|nbsp|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? ''),
});
