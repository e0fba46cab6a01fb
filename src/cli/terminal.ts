import { styleText } from 'node:util';
import { isTerminal, writeText } from './standard-output.ts';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Where text goes: results to stdout, progress and complaints to stderr. */
export type Terminal = {
  readonly columns: number;
  readonly paint: Paint;
  /** A person sits there: questions can be asked. */
  readonly interactive: boolean;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** How it ended: to stderr as well, and told in quiet too. */
  readonly conclude: (text: string) => void;
};

export type TerminalWishes = { readonly color: boolean; readonly quiet: boolean };

const MAX_COLUMNS = 100;
const USUAL_COLUMNS = 80;

/** What nobody asks for is not found out: a JSON document has no colours and no width. */
export function openTerminal({ color, quiet }: TerminalWishes): Terminal {
  let coloured: boolean | undefined;
  const isColoured = () =>
    color && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb' && isTerminal(1);
  return {
    get columns() {
      // A serial console does not know its width, and says 0.
      return isTerminal(1) ? Math.min(process.stdout.columns || USUAL_COLUMNS, MAX_COLUMNS) : MAX_COLUMNS;
    },
    paint: (style, text) =>
      (coloured ??= isColoured()) ? styleText(style, text, { validateStream: false }) : text,
    get interactive() {
      return process.stdin.isTTY && isTerminal(2);
    },
    out: (text) => {
      writeText(1, text);
    },
    note: quiet
      ? () => undefined
      : (text) => {
          writeText(2, text);
        },
    conclude: (text) => {
      writeText(2, text);
    },
  };
}
