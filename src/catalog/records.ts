/** Reading a knowledge table: JSON Lines; the first line says what the table is, the first field of a record is its key. */

/** The text of a table whose records have this shape. */
export type Table<T> = (() => string) & { readonly record?: T };

const recordsFrom = (table: string): number => table.indexOf('\n') + 1;

/** What a table says of itself in its first line. */
export const headOf = (table: Table<unknown>): { readonly date: string } =>
  JSON.parse(table().slice(0, recordsFrom(table()))) as { readonly date: string };

function lineAround(table: string, at: number): { readonly line: string; readonly end: number } {
  const end = table.indexOf('\n', at);
  const last = end < 0 ? table.length : end;
  return { line: table.slice(table.lastIndexOf('\n', at) + 1, last), end: last };
}

const found = new Map<Table<unknown>, Map<string, unknown>>();

/** The record that starts with `"id":"<id>"`; undefined where there is none. Only its line is parsed, and once. */
export function recordById<T>(table: Table<T>, id: string): T | undefined {
  const ofTable = found.get(table) ?? new Map<string, unknown>();
  found.set(table, ofTable);
  if (!ofTable.has(id)) ofTable.set(id, search(table(), id));
  return ofTable.get(id) as T | undefined;
}

function search(table: string, id: string): unknown {
  const start = table.indexOf(`\n{"id":${JSON.stringify(id)},`);
  return start < 0 ? undefined : JSON.parse(lineAround(table, start + 1).line);
}

/** All records with `text` somewhere in their line, in the table's order. */
export function recordsWith<T>(table: Table<T>, text: string): readonly T[] {
  const lines = table();
  const matching: T[] = [];
  for (let at = lines.indexOf(text, recordsFrom(lines)); at >= 0;) {
    const { line, end } = lineAround(lines, at);
    matching.push(JSON.parse(line) as T);
    at = lines.indexOf(text, end);
  }
  return matching;
}

const parsed = new Map<Table<unknown>, readonly unknown[]>();

/** All records of a small table; parsed once. */
export function allRecords<T>(table: Table<T>): readonly T[] {
  const records =
    parsed.get(table) ??
    table()
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  parsed.set(table, records);
  return records as readonly T[];
}
