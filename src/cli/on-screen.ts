import type { Terminal } from './terminal.ts';

/** One state in two forms: as a page, and as the lines of which those are told that are new. */
export type Watched = { readonly page: string; readonly lines: readonly string[]; readonly time: string | null };
export type Shown = { readonly show: (watched: Watched) => void; readonly end: () => void };

const USUAL_ROWS = 24;

/** Another screen, without a cursor; the one before comes back as it was (xterm and all that take after it). */
const ENTER = '\u001B[?1049h\u001B[?25l';
const LEAVE = '\u001B[?25h\u001B[?1049l';
const HOME = '\u001B[H';
const REST_OF_LINE = '\u001B[K';
const REST_OF_SCREEN = '\u001B[J';

/** Redraws a page in place; at the end the last one stays behind in the terminal's own text. */
export function onScreen({ out }: Pick<Terminal, 'out'>, rows: () => number = () => process.stdout.rows || USUAL_ROWS): Shown {
  let last = '';
  out(ENTER);
  return {
    show({ page }) {
      last = page;
      const lines = page.trimEnd().split('\n').slice(0, rows() - 1);
      out(`${HOME}${lines.map((line) => `${line}${REST_OF_LINE}\n`).join('')}${REST_OF_SCREEN}`);
    },
    end() {
      out(`${LEAVE}${last}`);
    },
  };
}
