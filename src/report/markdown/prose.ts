import { spansOf } from '../spans.ts';

const runsOf = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** A code span whose marks are longer than any in it. */
export function codeSpan(text: string): string {
  const mark = '`'.repeat(runsOf(text) + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${mark}${gap}${text.replaceAll('\n', ' ')}${gap}${mark}`;
}

/** A block of code, likewise; nothing in it can end it. */
export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, runsOf(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

/**
 * What GitHub, GitLab or Jira would make more of than its letters: a mention (@name), a reference (#12, !12, $12, %12, ~label, &12,
 * GH-12, a commit's hash), a link, a macro, markup, HTML.
 */
const LIVELY =
  /[@#!$%~&^][\p{L}\p{N}_"]|:\/\/|\bwww\.|\bmailto:|[<>{}[\]|\\*_`~]|^GH-\d|^(?=.*\d)(?=.*[a-f])[0-9a-f]{7,40}$|:[a-z0-9+-]+:/iu;

const AROUND = /^(?<before>["'(]*)(?<core>.*?)(?<after>["'),.;:!?]*)$/su;

/** Such a word is set as code: it is shown and copied letter by letter, and nothing comes of it. */
function calmed(word: string): string {
  const { before = '', core = '', after = '' } = AROUND.exec(word)?.groups ?? {};
  return core !== '' && LIVELY.test(word) ? `${before}${codeSpan(core)}${after}` : word;
}

/** At the beginning of a line these would begin a list, a heading or a quotation. */
const AT_LINE_START = /^(\s*)([-+#>=]|\d+[.)])(?=\s|$)/gm;

const proseOf = (text: string): string =>
  text.replace(/[\x21-\x7e]+/g, calmed).replace(AT_LINE_START, (_, space: string, mark: string) => {
    const last = mark.length - 1;
    return `${space}${mark.slice(0, last)}\\${mark.slice(last)}`;
  });

/** A sentence of which nothing but its backticks is markup. */
export const prose = (sentence: string): string =>
  spansOf(sentence)
    .map(({ kind, text }) => (kind === 'code' ? codeSpan(text) : proseOf(text)))
    .join('')
    .replaceAll('\n', '  \n');
