import { isatty } from 'node:tty';
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
    color && isatty(1) && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';
  return {
    columns: Math.min(isatty(1) ? process.stdout.columns : MAX_COLUMNS, MAX_COLUMNS),
    paint: coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text,
    interactive: isatty(0) && isatty(2),
    out: (text) => void process.stdout.write(text),
    note: quiet ? () => undefined : (text) => void process.stderr.write(text),
  };
}
