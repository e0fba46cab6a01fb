import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/** Lines of nvidia-gridd since it was last started (live), or all of a recorded source; oldest first, without the time stamp. */
export type GriddLog = readonly {
  readonly time: string | null;
  readonly text: string;
  /** Windows: which of several display containers says it (`1`, `2`); left out where only one does. */
  readonly instance?: string;
}[];

const GRIDD_JOURNAL = ['journalctl', '-u', 'nvidia-gridd', '-b', '-o', 'short-iso', '--no-pager', '-n', '400'] as const;
/** The newest lines stand at the end of a file of any size. */
export const DISPLAY_CONTAINER_LOG = 'C:\\Users\\Public\\Documents\\NvidiaLogging\\Log.NVDisplay.Container.exe.log';
const SYSLOG_BYTES = 2 * 1024 * 1024;
const LOG_FILES = ['/var/log/syslog', '/var/log/messages'] as const;

const ISO = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?\s+/;
const CLASSIC = /^([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})\s+/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SENDER = /^(?:\S+\s+)?(nvidia-gridd|systemd)(?:\[\d+\])?:\s+/;

/** A time stamp without a year is the newest such date that is not after `now`. */
function classicTime(month: string, day: string, time: string, now: Date): string | null {
  const index = MONTHS.indexOf(month);
  if (index === -1) return null;
  const at = (year: number): Date =>
    new Date(`${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`);
  const thisYear = at(now.getUTCFullYear());
  // A day of slack: the stamp is in the guest's own time zone.
  const stamp = thisYear.getTime() > now.getTime() + 86_400_000 ? at(now.getUTCFullYear() - 1) : thisYear;
  return Number.isNaN(stamp.getTime()) ? null : stamp.toISOString().replace('.000Z', 'Z');
}

function isoTime(stamp: string, zone: string | undefined): string | null {
  const date = new Date(`${stamp}${zone?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') ?? 'Z'}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

/** `Mon Apr 22 22:12:38 2024:<1>:NLS initialized`: the display container's, in the guest's own zone; `<1>` tells two of them apart. */
const CONTAINER = /^[A-Z][a-z]{2} ([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2}) (\d{4})\s*:\s*(?:<\d+>:?)?\s*/;

function containerStamp(line: string): { readonly length: number; readonly time: string | null } | undefined {
  const [whole, month = '', day = '', time = '', year = ''] = CONTAINER.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return { length: whole.length, time: isoTime(`${year}-${number}-${day.padStart(2, '0')}T${time}`, undefined) };
}

/** The stamp at the head of a line, with its length; a stamp without a year says no time where `now` is not known. */
function stampOf(line: string, now: Date | null): { readonly length: number; readonly time: string | null } {
  const iso = ISO.exec(line);
  if (iso) return { length: iso[0].length, time: isoTime(iso[1] ?? '', iso[2]) };
  const container = containerStamp(line);
  if (container) return container;
  const classic = CLASSIC.exec(line);
  if (!classic) return { length: 0, time: null };
  const [whole, month = '', day = '', time = ''] = classic;
  return { length: whole.length, time: now && classicTime(month, day, time, now) };
}

/** One line of the journal or of syslog, or of a text without stamps. `now`: the source's own time; null where it is not known. */
export function parseGriddLine(line: string, now: Date | null): GriddLog[number] {
  const { length, time } = stampOf(line, now);
  return { time, text: line.slice(length).replace(SENDER, '').trim() };
}

const parseGriddLog = (text: string, now: Date | null): GriddLog =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^-- .* --$|^-- (Logs begin|Journal begins|Boot)/.test(line))
    .map((line) => parseGriddLine(line, now));

const BEGINS = /^(Starting .*(NVIDIA Grid|nvidia-gridd)|Started \(\d+\))/i;

/** What it said since it was last started; all where the start is not in it. */
function sinceStart(log: GriddLog): GriddLog {
  const start = log.findLastIndex(({ text }) => BEGINS.test(text));
  return start === -1 ? log : log.slice(start);
}

function clockOf(machine: Observer): Date | null {
  try {
    return machine.now();
  } catch (error) {
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

/** Null where there is no journal here, and syslog must do. */
async function journal(machine: Observer): Promise<string | null> {
  try {
    const { stdout, stderr } = await machine.run(GRIDD_JOURNAL);
    const empty = stdout.trim() === '' || stdout.includes('-- No entries --');
    // Without rights journalctl shows this user's own lines and says so: silence there is not the service's.
    if (empty && /not seeing messages|insufficient permissions|Permission denied/i.test(stderr))
      throw new Unobservable({ kind: 'permission-denied', target: 'journalctl -u nvidia-gridd' });
    return /No journal files were found/i.test(stderr) ? null : stdout;
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'tool-missing') return null;
    throw error;
  }
}

async function syslog(machine: Observer): Promise<string> {
  for (const path of LOG_FILES) {
    const sizeBytes = (await machine.status(path))?.sizeBytes ?? 0;
    const length = Math.min(sizeBytes, SYSLOG_BYTES);
    const bytes = await machine.readBytes(path, { offset: sizeBytes - length, length });
    if (bytes !== undefined)
      return new TextDecoder()
        .decode(bytes)
        .split('\n')
        .filter((line) => line.includes('nvidia-gridd'))
        .join('\n');
  }
  throw new Unobservable({ kind: 'tool-missing', tool: 'journalctl' });
}

async function observe(machine: Observer): Promise<GriddLog> {
  const text = (await journal(machine)) ?? (await syslog(machine));
  const log = parseGriddLog(text, clockOf(machine));
  return machine.origin.kind === 'recorded' ? log : sinceStart(log);
}

const INSTANCE = /^[A-Z][a-z]{2} [A-Z][a-z]{2}\s+\d{1,2}\s+[\d:]{8} \d{4}\s*:\s*<(\d+)>/;

const parseContainerLog = (text: string, now: Date | null): GriddLog =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const instance = INSTANCE.exec(line)?.[1];
      return { ...parseGriddLine(line, now), ...(instance !== undefined && { instance }) };
    });

/** Recorded texts are short; a log of years is not. The first line of a tail may be half a line. */
async function tailOf(machine: Observer, path: string): Promise<string> {
  if (machine.origin.kind === 'recorded') return (await machine.read(path)) ?? '';
  const sizeBytes = (await machine.status(path))?.sizeBytes ?? 0;
  if (sizeBytes <= SYSLOG_BYTES) return (await machine.read(path)) ?? '';
  const bytes = await machine.readBytes(path, { offset: sizeBytes - SYSLOG_BYTES, length: SYSLOG_BYTES });
  const text = new TextDecoder().decode(bytes ?? new Uint8Array());
  return text.slice(text.indexOf('\n') + 1);
}

/** On Windows the display container keeps the licence and has a file of its own. */
async function fromDisplayContainer(machine: Observer): Promise<GriddLog> {
  const log = parseContainerLog(await tailOf(machine, DISPLAY_CONTAINER_LOG), clockOf(machine));
  const instances = new Set(log.flatMap(({ instance }) => instance ?? []));
  return instances.size > 1 ? log : log.map(({ time, text }) => ({ time, text }));
}

export const griddLog = defineProbe({
  key: 'griddLog',
  question: 'What did the licensing service log?',
  observe: { linux: observe, windows: fromDisplayContainer },
});
