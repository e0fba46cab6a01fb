/** Keeps of an endless text what recognisers can use, in bounded memory: its beginning, and the newest of the lines that are wanted. */
import type { Line } from './source.ts';
import { linesFrom, wantedAnywhere } from './wanted.ts';

export type Room = {
  /** Kept whole from the beginning, in characters. */
  readonly beginning: number;
  /** Of what follows, the newest wanted lines. */
  readonly newest: number;
};

export type Condenser = {
  /** Whole lines only; the last of them ends with a line feed, or ends the text. */
  readonly add: (text: string) => void;
  /** The lines that were kept, and how many were not. */
  readonly end: () => { readonly lines: readonly Line[]; readonly left: number };
};

/** A log line is never so long; a file without line ends is. */
const LONGEST = 16 * 1024;

/** Copied: a part of a string keeps all of it in memory. */
const copied = (text: string): string => ` ${text.slice(0, LONGEST)}`.slice(1).replace(/\r+$/, '');

function feeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

export function condense({ beginning, newest }: Room): Condenser {
  const first: Line[] = [];
  let last: Line[] = [];
  let [number, dropped, forgotten, room, held, owed, oldest] = [1, 0, 0, beginning, 0, 0, 0];

  const keep = (text: string): void => {
    const line = { number, text: copied(text) };
    if (room > 0) {
      first.push(line);
      room -= line.text.length + 1;
      return;
    }
    last.push(line);
    held += line.text.length + 1;
    while (held > newest && oldest < last.length - 1) {
      held -= (last[oldest]?.text.length ?? 0) + 1;
      oldest++;
      forgotten++;
    }
    if (oldest > 4096 && oldest > last.length / 2) {
      last = last.slice(oldest);
      oldest = 0;
    }
  };

  const add = (text: string): void => {
    const wanted = wantedAnywhere();
    let at = 0;
    while (at < text.length) {
      if (room <= 0 && owed === 0) {
        wanted.lastIndex = at;
        const found = wanted.exec(text);
        const start = found === null ? text.length : text.lastIndexOf('\n', found.index - 1) + 1;
        const passed = feeds(text, at, start) + (found === null && !text.endsWith('\n') ? 1 : 0);
        number += passed;
        dropped += passed;
        at = start;
        if (found === null) return;
      }
      const feed = text.indexOf('\n', at);
      const end = feed === -1 ? text.length : feed;
      const line = text.slice(at, end);
      owed = Math.max(owed - 1, room <= 0 ? linesFrom(line) - 1 : 0, 0);
      keep(line);
      number++;
      at = end + 1;
    }
  };

  return { add, end: () => ({ lines: [...first, ...last.slice(oldest)], left: dropped + forgotten }) };
}
