import type { Terminal } from './terminal.ts';

const FILE_COLUMNS = 100;

/** What is written to a file has neither the colours nor the width of the terminal it was asked for on. */
export const plainTerminal = ({ out, note, conclude }: Terminal): Terminal => ({
  columns: FILE_COLUMNS,
  paint: (_style, text) => text,
  interactive: false,
  out,
  note,
  conclude,
});
