import stringWidth from 'string-width';

/** What must not begin a line (closing marks, small kana), and what must not end one, in Chinese and Japanese. */
const NOT_FIRST = /^[、。，．：；！？）」』】〉》”’…‥・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;!?)\]}]/u;
const NOT_LAST = /[（「『【〈《“‘([{]$/u;
const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';

/** Colours, spaces, one wide character, or a run without either. */
const TOKENS = new RegExp(`(?:\\x1b\\[[0-9;]*m)+| +|${WIDE}|(?:(?!${WIDE}| |\\x1b).)+`, 'gsu');

const isColour = (token: string): boolean => token.startsWith('\x1b') && stringWidth(token) === 0;

/** A mark stays with what it closes, what follows an opening mark with that, a colour with its text. */
const belongsTo = (last: string, token: string): boolean =>
  token.trim() !== '' &&
  !last.endsWith(' ') &&
  (isColour(token) || isColour(last) || NOT_FIRST.test(token) || NOT_LAST.test(last));

function inseparable(line: string): readonly string[] {
  const pieces: string[] = [];
  for (const [token] of line.matchAll(TOKENS)) {
    const last = pieces.at(-1);
    if (last !== undefined && belongsTo(last, token)) pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
  }
  return pieces;
}

/** A word longer than a line is cut. */
function cut(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const parts = [''];
  for (const character of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && stringWidth(last + character) > width) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}

function wrappedLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let now = '';
  for (const piece of inseparable(line).flatMap((one) => cut(one, width))) {
    const fits = stringWidth(now + piece.trimEnd()) <= width;
    if (fits) now += piece;
    else {
      lines.push(now.trimEnd());
      now = piece.trimStart();
    }
  }
  return [...lines, now.trimEnd()];
}

/**
 * Text broken into lines of at most `width` columns: at spaces, and between Chinese or Japanese characters, which count as two.
 * A word that is longer than a line is cut. Line feeds stay.
 */
export const wrapped = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => wrappedLine(line, Math.max(width, 1)));
