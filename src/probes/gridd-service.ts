import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { CONTAINER_SERVICE } from '../domain/windows-places.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';
import { containerService } from './windows/container-service.ts';

export type GriddService = {
  /** On Windows the display container does what nvidia-gridd does. */
  readonly name: 'nvidia-gridd' | typeof CONTAINER_SERVICE;
  readonly unit: 'installed' | 'absent';
  readonly active: boolean;
  readonly state: string;
  /** When it was last started, Unix ms, to some 20 ms where the guest runs here, else the last ms of its second; null: never, or not said. */
  readonly startedMs: number | null;
  /** `systemctl enable` has linked it; absent: not said. */
  readonly startsAtBoot?: boolean;
  /** Windows: what it is to read was changed, and it has not been started since. */
  readonly restartDue?: boolean;
};

const SHOW_GRIDD = [
  'systemctl',
  'show',
  'nvidia-gridd',
  '-p',
  'LoadState,ActiveState,SubState,ExecMainStartTimestamp,ExecMainStartTimestampMonotonic,ActiveEnterTimestamp',
] as const;

const UNIT_FILES = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'].map(
  (folder) => `${folder}/nvidia-gridd.service`,
);
const PID_FILE = '/var/run/nvidia-gridd/nvidia-gridd.pid';

/** `Thu 2026-04-02 19:11:13 UTC`, as systemctl writes it where TZ is UTC. Null for an empty value or another time zone. */
function parseSystemdTime(text: string): number | null {
  const match = /(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*(?:UTC|GMT|Z)\b/.exec(text);
  return match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`) : null;
}

/** Time stamps of systemctl end at the second: what started within it has started by its end. */
const endOfSecond = (ms: number | null): number | null => (ms === null ? null : ms + 999);

/** The same moment on the clock that began with the boot: microseconds, which all versions of systemd print. Null where that is not said. */
async function startedPrecisely(machine: Observer, show: string): Promise<number | null> {
  const sinceBootMs = Number(/^ExecMainStartTimestampMonotonic=(\d+)$/m.exec(show)?.[1] ?? 0) / 1000;
  const uptimeMs = Number.parseFloat((await ifObservable(machine.read('/proc/uptime'))) ?? '') * 1000;
  if (sinceBootMs === 0 || Number.isNaN(uptimeMs)) return null;
  return Math.round(machine.now().getTime() - (uptimeMs - sinceBootMs));
}

/** `NAME=VALUE` lines of `systemctl show`; null where it says no load state, as without systemd. */
function parseGriddShow(text: string): GriddService | null {
  const field = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const load = field('LoadState');
  if (load === '') return null;
  const active = field('ActiveState');
  return {
    name: 'nvidia-gridd',
    unit: load === 'not-found' ? 'absent' : 'installed',
    active: active === 'active',
    // A failed unit says so twice.
    state: [...new Set([active, field('SubState')])].filter((word) => word !== '').join(' '),
    startedMs: endOfSecond(
      parseSystemdTime(field('ExecMainStartTimestamp')) ?? parseSystemdTime(field('ActiveEnterTimestamp')),
    ),
  };
}

/** Null where systemd does not run here. */
async function bySystemd(machine: Observer): Promise<GriddService | null> {
  try {
    const output = await machine.run(SHOW_GRIDD, { env: { TZ: 'UTC' } });
    const service = parseGriddShow(output.stdout);
    if (service?.startedMs == null) return service;
    return { ...service, startedMs: (await startedPrecisely(machine, output.stdout)) ?? service.startedMs };
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'tool-missing') return null;
    throw error;
  }
}

async function byFiles(machine: Observer): Promise<GriddService> {
  const units = await Promise.all(UNIT_FILES.map((path) => machine.status(path)));
  const binary = await machine.status('/usr/bin/nvidia-gridd');
  const pid = isMounted(machine) ? undefined : (await machine.read(PID_FILE))?.trim();
  if (pid !== undefined && !/^\d+$/.test(pid)) throw unreadable(PID_FILE, pid);
  const name = pid === undefined ? undefined : await machine.read(`/proc/${pid}/comm`);
  const active = name?.trim() === 'nvidia-gridd';
  return {
    name: 'nvidia-gridd',
    unit: binary !== undefined || units.some((unit) => unit !== undefined) ? 'installed' : 'absent',
    active,
    state: active ? 'active running' : 'inactive dead',
    startedMs: null,
  };
}

const WANTED = '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service';

async function observe(machine: Observer): Promise<GriddService> {
  // Of an image that is mounted, only its files can be asked: a systemd that answers is the builder's.
  const service = (isMounted(machine) ? null : await bySystemd(machine)) ?? (await byFiles(machine));
  if (machine.origin.kind === 'recorded') return service;
  return { ...service, startsAtBoot: (await machine.status(WANTED)) !== undefined };
}

export const griddService = defineProbe({
  key: 'griddService',
  question: 'Is the licensing service there, and does it run?',
  observe: { linux: observe, windows: containerService },
});
