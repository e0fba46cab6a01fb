/** What stands before each of several lines in a row: their numbers, `>` without a space, the name of the service or file they are of. */
import type { Line } from './source.ts';

type Head = { readonly text: string; readonly rest: string };

type Follows = (before: Head, next: Head) => boolean;

/** Neighbours of which each follows on the one before, as `[from, to[`. */
function runsOf(heads: readonly (Head | undefined)[], follows: Follows): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let from = 0;
  for (let at = 1; at <= heads.length; at++) {
    const [before, next] = [heads[at - 1], heads[at]];
    if (before !== undefined && next !== undefined && follows(before, next)) continue;
    if (before !== undefined) runs.push([from, at]);
    from = at;
  }
  return runs;
}

/** Fewer may be chance. */
const LEAST = 3;

function withoutRuns(
  lines: readonly Line[],
  head: (text: string) => Head | undefined,
  follows: Follows,
): readonly Line[] {
  const heads = lines.map(({ text }) => head(text));
  if (!heads.some((each) => each !== undefined)) return lines;
  const result = [...lines];
  for (const [from, to] of runsOf(heads, follows).filter(([from, to]) => to - from >= LEAST))
    heads.slice(from, to).forEach((each, index) => {
      const line = lines[from + index];
      if (line && each) result[from + index] = { ...line, text: each.rest };
    });
  return result;
}

/** `12  text` (cat -n, nl), `12: text` (grep -n), `12| text`, `12→text`. Not "00:05.0", nor a row of a table that begins with a number. */
const NUMBER = /^\s*(\d{1,7})(?:[:→|]|\t|\s{2}|$)(?![0-9a-f]{2}\.[0-7] )(.*)$/;
const numbered = (text: string): Head | undefined => {
  const [, number, rest = ''] = NUMBER.exec(text) ?? [];
  return number === undefined ? undefined : { text: number, rest };
};

const QUOTE = /^(>+)(?!>)(.*)$/;
const quoted = (text: string): Head | undefined => {
  const [, marks, rest = ''] = QUOTE.exec(text) ?? [];
  return marks === undefined || marks.length > 2 ? undefined : { text: marks, rest };
};

/** docker compose: `worker-1  | text`. */
const SERVICE = /^([\w.-]{1,60}\s*) \| ?(.*)$/;
/** grep over several files: `/var/log/kern.log.1:text`. */
const FILE = /^([\w.-]{0,100}\/[\w./-]{1,250}|[\w.-]{1,100}\.(?:log|txt|gz)(?:\.\d{1,3})?):(?!\s*$)(.*)$/;
const named =
  (pattern: RegExp) =>
  (text: string): Head | undefined => {
    const [, name, rest = ''] = pattern.exec(text) ?? [];
    return name === undefined ? undefined : { text: name, rest };
  };

const same = (before: Head, next: Head): boolean => before.text === next.text;

export const withoutNumbers = (lines: readonly Line[]): readonly Line[] =>
  [
    [numbered, (before: Head, next: Head) => Number(next.text) === Number(before.text) + 1] as const,
    [quoted, same] as const,
    [named(SERVICE), same] as const,
    [named(FILE), same] as const,
  ].reduce<readonly Line[]>((rest, [head, follows]) => withoutRuns(rest, head, follows), lines);
