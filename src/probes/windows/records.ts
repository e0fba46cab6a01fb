/**
 * Records of NAME and value, as PowerShell's Format-List, `wmic /format:list`, pnputil, dxdiag, msinfo32 and JSON print them:
 * `Name : x`, `Name=x`, `Name:   x`, a tab between, `"Name": "x",`. A value too long for the window goes on, indented, on the next line.
 */
export type WindowsRecord = ReadonlyMap<string, string>;

const PAIR = /^[\s>|]{0,80}"?([\p{L}][\p{L}\d_ ()/-]{0,60}?)"?\s{0,40}(?:[:=：]|\t)[ \t]*(.*)$/u;
const GOES_ON = /^\s{8,}(\S.*)$/;
/** Lines longer than this are no record of any of these tools. */
const LONGEST = 2000;

const keyOf = (name: string): string => name.replace(/[\s_()-]/g, '').toLowerCase();

const bare = (value: string): string =>
  value
    .trim()
    .replace(/,$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('\\\\', '\\')
    // wmic writes them so into its lists.
    .replaceAll('&amp;', '&')
    .trim();

type Reading = { readonly records: Map<string, string>[]; current: Map<string, string>; last: string | null };

function close(reading: Reading): void {
  if (reading.current.size > 0) reading.records.push(reading.current);
  reading.current = new Map();
  reading.last = null;
}

function take(reading: Reading, key: string, value: string): void {
  if (reading.current.has(key)) close(reading);
  reading.current.set(key, bare(value));
  reading.last = key;
}

function read(reading: Reading, line: string): void {
  const [, name, value = ''] = line.length > LONGEST ? [] : (PAIR.exec(line) ?? []);
  if (name !== undefined) {
    take(reading, keyOf(name), value);
    return;
  }
  const more = GOES_ON.exec(line)?.[1];
  const { current, last } = reading;
  if (more === undefined || last === null) close(reading);
  else current.set(last, bare(`${current.get(last) ?? ''}${more}`));
}

/** A record ends at a blank line, at a line that is no pair, or where a name comes for the second time. */
export function recordsIn(text: string): readonly WindowsRecord[] {
  const reading: Reading = { records: [], current: new Map(), last: null };
  for (const line of text.split(/\r?\n/)) read(reading, line);
  close(reading);
  return reading.records;
}

/** The first of these names that the record has; names in any spelling. */
export function fieldOf(record: WindowsRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const value = record.get(keyOf(name));
    if (value !== undefined && value !== '') return value;
  }
  return null;
}
