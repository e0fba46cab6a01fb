import { styleText } from 'node:util';

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
};

export type TerminalWishes = { readonly color: boolean; readonly quiet: boolean };

const MAX_COLUMNS = 100;

export function openTerminal({ color, quiet }: TerminalWishes): Terminal {
  const coloured =
    color && process.stdout.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
  return {
    columns: Math.min(process.stdout.isTTY ? process.stdout.columns : MAX_COLUMNS, MAX_COLUMNS),
    paint: coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text,
    // Asked for by few: to open the other two streams takes 2 ms.
    get interactive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    out: (text) => void process.stdout.write(text),
    note: quiet ? () => undefined : (text) => void process.stderr.write(text),
  };
}
