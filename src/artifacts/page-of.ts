/** What people and machines put around a tool's output is taken away; what the output says stays, with its lines' numbers. */
import { blocksOf } from './blocks.ts';
import { isBugReport, reportPages } from './bug-report.ts';
import { bounded } from './bounded.ts';
import { cleaned, isEscaped, isFence, unescaped } from './cleaned.ts';
import { condense } from './condense.ts';
import { decoded } from './decoded.ts';
import { withoutNumbers } from './numbered.ts';
import { withoutRecords } from './records.ts';
import type { Line, Page, Piece, Read } from './source.ts';
import { unstamped } from './stamped.ts';

/** An editor counts line feeds; what a carriage return begins anew has the same number. A file may have nothing but carriage returns. */
function linesOf(text: string): readonly Line[] {
  if (text === '') return [];
  const rows = text.includes('\n') ? text.split('\n') : text.split('\r');
  return rows.flatMap((row, index): readonly Line[] => splitRow({ number: index + 1, text: row }));
}

const splitRow = ({ number, text }: Line): readonly Line[] =>
  text.includes('\r')
    ? text
        .replace(/\r+$/, '')
        .split('\r')
        .map((part) => ({ number, text: part }))
    : [{ number, text }];

function tidied(raw: readonly Line[]): readonly Line[] {
  const lines = raw.map((line): Line => ({ ...line, text: cleaned(line.text) })).filter((line) => !isFence(line));
  const plain = isEscaped(lines) ? lines.map(unescaped) : lines;
  return bounded(withoutRecords(withoutNumbers(plain)).map(unstamped));
}

export const pageFrom = (name: string, bytes: Uint8Array, lines: readonly Line[]): Page => ({
  name,
  bytes,
  lines,
  text: lines.map((line) => line.text).join('\n'),
  blocks: blocksOf(lines),
});

/** In characters: from here on most of a text is of programs that nobody asks about. */
const LONG = 2 * 1024 * 1024;
const BEGINNING = 256 * 1024;
/** Sections of a report, records of several lines, colours: what a line is cannot be told from the line as it stands. */
const NOT_BY_LINE = /^_{44}\s*$|^Start of NVIDIA bug report|^__CURSOR=|^\s*\{\s*$|\[s=[0-9a-f]+;|\u001b/m;

/** Of a long text the lines that some recogniser may want, as of one too long to be held: the rest would be looked at by each of them. */
function rawLinesOf(text: string): readonly Line[] {
  if (text.length < LONG || NOT_BY_LINE.test(text)) return linesOf(text);
  const condenser = condense({ beginning: BEGINNING, newest: Infinity });
  condenser.add(text);
  return condenser.end().lines.flatMap(splitRow);
}

/** A bug report is a page for each of its sections; anything else is one page. */
export function read({ name, bytes, lines: kept }: Piece): Read {
  const raw = kept?.flatMap(splitRow) ?? rawLinesOf(decoded(bytes) ?? '');
  if (isBugReport(raw)) return reportPages(name, bounded(raw.map((line) => ({ ...line, text: cleaned(line.text) }))));
  return { pages: [pageFrom(name, bytes, tidied(raw))], gaps: [] };
}
