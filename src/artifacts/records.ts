/** Logs in which a line of text is a record: journalctl's json, json-pretty, verbose and export, and what containers and clouds write. */
import type { Line } from './source.ts';

type Fields = Readonly<Record<string, unknown>>;

const textIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  // The journal writes what is no UTF-8 as numbers.
  if (!Array.isArray(value) || !value.every((byte) => typeof byte === 'number')) return undefined;
  return new TextDecoder().decode(Uint8Array.from(value));
};

const firstOf = (fields: Fields, ...names: readonly string[]): string | undefined =>
  names.map((name) => textIn(fields[name])).find((text) => text !== undefined);

/** The journal counts microseconds since 1970. */
function timeOf(fields: Fields): string {
  const micro = Number(firstOf(fields, '__REALTIME_TIMESTAMP', '_SOURCE_REALTIME_TIMESTAMP'));
  if (Number.isFinite(micro) && micro > 0 && micro < 8.6e18) return new Date(micro / 1000).toISOString();
  const stated = firstOf(fields, 'time', 'timestamp', '@timestamp', 'ts') ?? fields['timestamp'];
  const time = typeof stated === 'number' ? stated : Date.parse(typeof stated === 'string' ? stated : '');
  return Number.isNaN(time) || Math.abs(time) > 8.6e15 ? '' : new Date(time).toISOString();
}

/** As the journal's short-iso says it; the name of the host is nobody's business. */
function lineFrom(fields: Fields): string | undefined {
  const time = timeOf(fields);
  const message = firstOf(fields, 'MESSAGE');
  if (message === undefined) {
    const text = firstOf(fields, 'log', 'textPayload', 'message', 'msg');
    return text === undefined || time === '' ? undefined : `${time} ${text}`;
  }
  const pid = firstOf(fields, '_PID', 'SYSLOG_PID');
  const sender =
    firstOf(fields, 'SYSLOG_IDENTIFIER', '_COMM') ?? (fields['_TRANSPORT'] === 'kernel' ? 'kernel' : 'unknown');
  return `${time} guest ${sender}${pid === undefined || sender === 'kernel' ? '' : `[${pid}]`}: ${message}`.trimStart();
}

function fieldsIn(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    // No JSON, or cut: the line stays what it is.
    return undefined;
  }
}

const asLines = (number: number, text: string): readonly Line[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((each) => ({ number, text: each }));

type Told = { readonly lines: readonly Line[]; readonly next: number };

const JSON_LINE = /^\s*\{".*\}\s*$/;
const OPENS = /^\s*\{\s*$/;
const CLOSES = /^\s*\},?\s*$/;
const VERBOSE = /^(?:\S{2,4} )?\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ \S+ \[s=[0-9a-f]+;/;
const VERBOSE_FIELD = /^\s{4}(_{0,2}[A-Z][A-Z0-9_]*)=(.*)$/;
const EXPORT_FIELD = /^(_{0,2}[A-Z][A-Z0-9_]*)=(.*)$/;
const LONGEST = 200;

function pretty(lines: readonly Line[], from: number): Told | undefined {
  const end = lines.findIndex(({ text }, at) => at > from && at < from + LONGEST && CLOSES.test(text));
  const fields =
    end === -1
      ? undefined
      : fieldsIn(
          lines
            .slice(from, end + 1)
            .map(({ text }) => text)
            .join('\n')
            .replace(/,\s*$/, ''),
        );
  const text = fields && 'MESSAGE' in fields ? lineFrom(fields) : undefined;
  return text === undefined ? undefined : { lines: asLines(lines[from]?.number ?? 0, text), next: end + 1 };
}

/** The fields from a line on, as long as there are any. */
function fieldsFrom(lines: readonly Line[], first: number, field: RegExp): Told & { readonly fields: Fields } {
  const found = [];
  for (let at = first; ; at++) {
    const [, name, value = ''] = field.exec(lines[at]?.text ?? '') ?? [];
    if (name === undefined)
      return { fields: Object.fromEntries(found) as Fields, lines: lines.slice(first, at), next: at };
    found.push([name, value]);
  }
}

/** The stamp at the head of a verbose record is in the zone that it names; what has none of its own takes it. */
const headTime = (text: string): Fields => {
  const [, day, time] = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text) ?? [];
  return day === undefined || time === undefined ? {} : { time: `${day}T${time}Z` };
};

function listed(lines: readonly Line[], from: number, field: RegExp, first: number): Told | undefined {
  const { fields, lines: of, next } = fieldsFrom(lines, first, field);
  const head = lines[from];
  const text = lineFrom({ ...(first > from && head ? headTime(head.text) : {}), ...fields });
  const at = of.find((line) => line.text.trimStart().startsWith('MESSAGE=')) ?? head;
  return text === undefined ? undefined : { lines: asLines(at?.number ?? 0, text), next };
}

function recordAt(lines: readonly Line[], at: number, { number, text }: Line): Told | undefined {
  if (JSON_LINE.test(text)) {
    const said = lineFrom(fieldsIn(text.trim()) ?? {});
    return said === undefined ? undefined : { lines: asLines(number, said), next: at + 1 };
  }
  if (OPENS.test(text)) return pretty(lines, at);
  if (VERBOSE.test(text)) return listed(lines, at, VERBOSE_FIELD, at + 1);
  return text.startsWith('__CURSOR=s=') ? listed(lines, at, EXPORT_FIELD, at) : undefined;
}

const BEGINS = /^\s*\{|^__CURSOR=|\[s=/;

/** Every record as the line that it stands for; all other lines as they are. */
export function withoutRecords(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => BEGINS.test(text))) return lines;
  const result: Line[] = [];
  let next = 0;
  lines.forEach((line, at) => {
    if (at < next) return;
    const record = BEGINS.test(line.text) ? recordAt(lines, at, line) : undefined;
    result.push(...(record?.lines ?? [line]));
    next = record?.next ?? at + 1;
  });
  return result;
}
