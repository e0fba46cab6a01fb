/** What `date` prints, in any language. */
import { monthOf } from './month.ts';

const CLOCK = /(\d{1,2})(?::|时|時|시\s?)(\d{2})(?::|分|분\s?)(\d{2})/;
const NUMERIC = /(\d{4})\s?(?:年|[-\/.]|년)\s*(\d{1,2})\s?(?:月|[-\/.]|월)\s*(\d{1,2})/;
const AFTERNOON = /\bPM\b|下午|午後|오후|μμ/i;
const MORNING = /\bAM\b|上午|午前|오전|πμ/i;
const OFFSET = /(?:UTC|GMT)?([+-]\d{2}):?(\d{2})\b/;

function dayIn(text: string): readonly [year: number, month: number, day: number] | undefined {
  const [, year, month, day] = NUMERIC.exec(text) ?? [];
  if (year !== undefined) return [Number(year), Number(month), Number(day)];
  const words = text.match(/[\p{L}.]{3,}|\d{1,2}[月월]/gu) ?? [];
  // The day of the week comes before, and may begin like a month: "mar. 25 nov." is a Tuesday.
  const named = words.map(monthOf).findLast((each) => each !== undefined);
  const stated = /\b((?:19|20)\d{2})\b/.exec(text)?.[1];
  const date = /(?<![\d:])(\d{1,2})(?![\d:])/.exec(text)?.[1];
  return named === undefined || stated === undefined || date === undefined
    ? undefined
    : [Number(stated), named, Number(date)];
}

function hourOf(hour: number, text: string): number {
  if (AFTERNOON.test(text)) return (hour % 12) + 12;
  return MORNING.test(text) ? hour % 12 : hour;
}

/** ISO 8601; a zone that has only a name counts as UTC, which is off by half a day at most. Null where no date and time is found. */
export function localDateIn(text: string): string | null {
  const clock = CLOCK.exec(text);
  if (!clock) return null;
  const without = text.replace(clock[0], ' ');
  const offset = OFFSET.exec(text.slice(clock.index));
  const day = dayIn(offset ? without.replace(offset[0], ' ') : without);
  if (day === undefined) return null;
  const minutes = offset
    ? (Number(offset[1]) < 0 || offset[1]?.startsWith('-') === true ? -1 : 1) *
      (Math.abs(Number(offset[1])) * 60 + Number(offset[2]))
    : 0;
  const [year, month, date] = day;
  const at = Date.UTC(
    year,
    month - 1,
    date,
    hourOf(Number(clock[1]), text),
    Number(clock[2]) - minutes,
    Number(clock[3]),
  );
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
