/** Stamps that something put before the lines of another program: containers, log collectors, cloud-init, the Windows event log. */
import { MONTHS, monthOf } from './month.ts';
import type { Line } from './source.ts';

type Stamp = { readonly at: string | undefined; readonly rest: string };

const isoOf = (date: string): string | undefined => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

const ISO =
  /^\s*(?:[A-Z][a-z]{2} )?\[?(\d{4}[-/]\d{2}[-/]\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,]\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\]?(?:,?\s+|$)/;
/** `7/3/2024 10:11:12 AM` (English), `3.7.2024 10:11:12` (German), `2024/7/3 10:11:12` (Chinese, Japanese). */
const WINDOWS =
  /^\s*\[?(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4}),?\s+(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?(?:\s?([AP]M))?\]?(?:[\s,;|]+|$)/;

function iso(text: string): Stamp | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [whole, day = '', time = '', zone = 'Z'] = found;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
  return { at: isoOf(`${day.replaceAll('/', '-')}T${time}${offset}`), rest: text.slice(whole.length) };
}

const two = (value: string | number): string => String(value).padStart(2, '0');

/** Whether 3/7 is a day in March or in July is told by the sign between them, or by AM and PM, else by what is no month. */
function dateOf(a: string, sign: string, b: string, c: string, clock12: boolean): string | undefined {
  if (a.length === 4) return `${a}-${two(b)}-${two(c)}`;
  if (c.length !== 4) return undefined;
  if (sign === '.' || Number(a) > 12) return `${c}-${two(b)}-${two(a)}`;
  return clock12 || Number(b) > 12 ? `${c}-${two(a)}-${two(b)}` : undefined;
}

function clockOf([hour = '', minute = '', second = '', half]: readonly string[]): string {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `${two(hours)}:${minute}:${second}`;
}

function windows(text: string): Stamp | undefined {
  const found = WINDOWS.exec(text);
  if (!found) return undefined;
  const [whole, a = '', sign = '', b = '', c = ''] = found;
  const day = dateOf(a, sign, b, c, found[8] !== undefined);
  return { at: day && isoOf(`${day}T${clockOf(found.slice(5))}Z`), rest: text.slice(whole.length) };
}

/** `Jul  3 10:11:12`, in any language: no year. */
const CLASSIC = /^([^\s\d]{3,10}\.?|\d{1,2}[月월])\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})(?:\.\d+)?\s+/;
/** Since the machine was started, or since 1970. */
const SECONDS = /^\s*\[?\s*(\d{1,10}\.\d{6})\]?\s+/;

const epochAt = (seconds: string): string | undefined =>
  Number(seconds) > 1e9 ? new Date(Number(seconds) * 1000).toISOString() : undefined;

/** Who only passes on what others print; whoever logs with `logger` has his own name there. */
const CARRIER =
  /^(?:\S+\s+)?(?:cloud-init|startup-script|google_metadata_script_runner|GCEMetadataScripts|user-data|docker(?:d|-compose)?|podman|containerd(?:-shim)?|conmon|kubelet|ansible\S*|(?:ba|da|z)?sh|python3?|run-parts|rc\.local|cron|CROND?|run-\w+\.sh|root|ubuntu|ec2-user|logger|nvidia-smi|lspci)(?:\[\d+\])?: ?/;
/** A line of a log that is one by itself: `host kernel: …`, `host nvidia-gridd[123]: …`. */
const SENT = /^(?:[\w.-]+\s+)?(?:kernel|systemd|nvidia-[\w-]+|[\w./@-]+\[\d+\]):\s/;
const READ_AS_IT_IS = /^\s*\d{4}-\d{2}-\d{2}T/;
/** Kubernetes' container log: which stream, and whether the line is whole. */
const CRI = /^(?:stdout|stderr) [FP] /;
function carried(rest: string): string | undefined {
  const carrier = CARRIER.exec(rest)?.[0];
  return carrier === undefined ? undefined : rest.slice(carrier.length);
}

/** A stamp that recognisers and probes know: `2024-07-03T10:11:12Z host sender: …`, `Jul  3 10:11:12 host sender: …`. */
function unyeared(text: string): string | undefined {
  const found = CLASSIC.exec(text);
  if (!found) return undefined;
  const [whole, word = '', day = '', time = ''] = found;
  const month = MONTHS[(monthOf(word) ?? 0) - 1];
  if (month === undefined) return undefined;
  const rest = text.slice(whole.length);
  return carried(rest) ?? `${month} ${day.padStart(2, ' ')} ${time} ${rest}`;
}

function sinceStart(line: Line): Line | undefined {
  const [whole, seconds] = SECONDS.exec(line.text) ?? [];
  if (whole === undefined || seconds === undefined) return undefined;
  const at = epochAt(seconds);
  const rest = line.text.slice(whole.length);
  const bare = carried(rest);
  if (bare !== undefined) return { ...line, text: bare, ...(at !== undefined && { at }) };
  return at === undefined ? undefined : { ...line, text: `${at} ${rest}` };
}

/** Most lines begin with none: looked at by their first sign, since there are millions of them. */
const MAY_BE_STAMPED = /^\s{0,8}[[\dA-Z]|^\S{3,10}\s+\d{1,2}\s+\d\d:/;

/** `at` alone where the rest of the line is to be read by itself. */
function withoutStamp(line: Line, { at, rest: behind }: Stamp): Line {
  const rest = behind.replace(CRI, '');
  if (rest === '') return line;
  const bare = carried(rest);
  if (bare === undefined && SENT.test(rest))
    return at === undefined || READ_AS_IT_IS.test(line.text) ? line : { ...line, text: `${at} ${rest}` };
  return { ...line, text: bare ?? rest, ...(at !== undefined && { at }) };
}

/**
 * The line without the stamp of whoever passed it on; `at` then holds the time, where it has a year. A line of syslog or the journal
 * stays one, in the form that all of them are read in.
 */
export function unstamped(line: Line): Line {
  const { text } = line;
  if (!MAY_BE_STAMPED.test(text)) return line;
  const stamp = iso(text) ?? windows(text);
  if (stamp !== undefined) return withoutStamp(line, stamp);
  const other = unyeared(text);
  if (other === undefined) return sinceStart(line) ?? line;
  return other === text ? line : { ...line, text: other };
}
