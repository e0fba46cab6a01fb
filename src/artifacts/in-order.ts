import type { Page, Recognition } from './source.ts';

/** What was recognised in one piece. */
export type Part = { readonly pages: readonly Page[]; readonly recognitions: readonly Recognition[] };

const newest = (times: readonly string[]): number | undefined =>
  times.length === 0 ? undefined : Math.max(...times.map((time) => Date.parse(time)));

const stampsOf = ({ pages }: Part): number | undefined => {
  let last: string | undefined;
  for (const { lines } of pages)
    for (const { at } of lines) if (at !== undefined && (last === undefined || at > last)) last = at;
  return last === undefined ? undefined : Date.parse(last);
};

const statedIn = ({ recognitions }: Part): number | undefined =>
  newest(
    recognitions.flatMap(({ answers }) => answers.flatMap((answer) => (answer.kind === 'time' ? [answer.at] : []))),
  );

const CLASSIC = /^([A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}) /;

/** Syslog's stamps have no year: the last of them, as if it were of `year`. */
function withoutYear({ pages }: Part, year: number): number | undefined {
  for (const { lines } of pages.toReversed()) {
    const stamp = CLASSIC.exec(lines.findLast(({ text }) => CLASSIC.test(text))?.text ?? '')?.[1];
    const time =
      stamp === undefined ? Number.NaN : Date.parse(`${stamp.slice(0, 6)} ${String(year)} ${stamp.slice(7)} UTC`);
    if (!Number.isNaN(time)) return time;
  }
  return undefined;
}

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** Logs of December and January are neighbours: what would lie months after all else is of the year before. */
function aroundNewYear(
  times: readonly (number | undefined)[],
  until: number | undefined,
): readonly (number | undefined)[] {
  const given = times.filter((time) => time !== undefined);
  const last =
    until ??
    (given.length > 0 && Math.max(...given) - Math.min(...given) > YEAR / 2
      ? Math.min(...given) + YEAR / 2
      : undefined);
  return last === undefined
    ? times
    : times.map((time) => (time !== undefined && time > last + DAY ? time - YEAR : time));
}

/** Oldest first, by the newest time that each states; one that states none stays behind the one before it. */
export function inOrder(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  const stated = parts.map((part) => statedIn(part) ?? stampsOf(part));
  const until = stated.some((time) => time !== undefined)
    ? Math.max(...stated.filter((time) => time !== undefined))
    : undefined;
  const year = new Date(until ?? Date.UTC(2001, 0)).getUTCFullYear();
  const yearless = aroundNewYear(
    parts.map((part, index) => (stated[index] === undefined ? withoutYear(part, year) : undefined)),
    until,
  );
  let before = -Infinity;
  const keyed = parts.map((part, index) => {
    before = stated[index] ?? yearless[index] ?? before;
    return { part, key: before };
  });
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ part }) => part);
}
