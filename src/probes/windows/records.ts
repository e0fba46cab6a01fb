/**
 * Records of NAME and value, as PowerShell's Format-List, `wmic /format:list`, pnputil, dxdiag, msinfo32 and JSON print them:
 * `Name : x`, `Name=x`, `Name:   x`, a tab between, `"Name": "x",`. A value too long for the window goes on, indented, on the next line.
 */
export type Record = ReadonlyMap<string, string>;

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
    .trim();

/** A record ends at a blank line, at a line that is no pair, or where a name comes for the second time. */
export function recordsIn(text: string): readonly Record[] {
  const records: Map<string, string>[] = [];
  let current = new Map<string, string>();
  let last: string | undefined;
  const close = (): void => {
    if (current.size > 0) records.push(current);
    [current, last] = [new Map(), undefined];
  };
  for (const line of text.split(/\r?\n/)) {
    const [, name, value = ''] = line.length > LONGEST ? [] : (PAIR.exec(line) ?? []);
    const more = last !== undefined && name === undefined ? GOES_ON.exec(line)?.[1] : undefined;
    if (name !== undefined) {
      last = keyOf(name);
      if (current.has(last)) close();
      last = keyOf(name);
      current.set(last, bare(value));
    } else if (more !== undefined && last !== undefined) current.set(last, bare(`${current.get(last) ?? ''}${more}`));
    else close();
  }
  close();
  return records;
}

/** The first of these names that the record has; names in any spelling. */
export function fieldOf(record: Record, names: readonly string[]): string | null {
  for (const name of names) {
    const value = record.get(keyOf(name));
    if (value !== undefined && value !== '') return value;
  }
  return null;
}
