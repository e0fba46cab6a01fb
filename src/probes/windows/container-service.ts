/** The service that licenses a Windows guest, by sc.exe and the registry: numbers, never translated words. */
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { CONTAINER_SERVICE, LICENCE_RESTART_DUE } from '../../domain/windows-places.ts';
import type { GriddService } from '../gridd-service.ts';
import { ifObservable } from '../if-observable.ts';
import { askRegistry } from './reg-query.ts';
import { SERVICE_STARTED } from './scripts.ts';

const QUERY: Command = ['sc.exe', 'query', CONTAINER_SERVICE];
/** ERROR_SERVICE_DOES_NOT_EXIST: sc.exe ends with the error's number. */
const NO_SUCH_SERVICE = 1060;

/** SERVICE_STATUS.dwCurrentState (Microsoft Learn). */
const STATES: Readonly<Partial<Record<number, string>>> = {
  1: 'stopped',
  2: 'start-pending',
  3: 'stop-pending',
  4: 'running',
  5: 'continue-pending',
  6: 'pause-pending',
  7: 'paused',
};

/** `        STATE              : 4  RUNNING`: type and state are the first two numbers, in this order, whatever their labels are called. */
const NUMBERED = /^\s+\S[^:]*:\s*([0-9a-f]+)\s{2}\S/gm;

export function serviceState(text: string): string | undefined {
  const state = [...text.matchAll(NUMBERED)][1]?.[1];
  return state === undefined ? undefined : STATES[Number(state)];
}

/** Null where PowerShell may not be asked, or does not say. */
async function startedMs(machine: Observer): Promise<number | null> {
  const said = await ifObservable(machine.run(SERVICE_STARTED));
  const time = Date.parse(said?.stdout.trim() ?? '');
  return Number.isNaN(time) ? null : time;
}

/** SERVICE_AUTO_START and the two before it; SERVICE_DISABLED (Microsoft Learn, "CreateServiceW"). */
const [AUTOMATIC, DISABLED] = [2, 4];

async function startType(machine: Observer): Promise<number | null> {
  const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${CONTAINER_SERVICE}`;
  const start = (await ifObservable(askRegistry(machine, key)))?.get('start');
  return start === undefined ? null : Number(start);
}

/** Nothing where the folder may not be looked into. */
async function due(machine: Observer): Promise<Pick<GriddService, 'restartDue'>> {
  const restartDue = await ifObservable(machine.status(LICENCE_RESTART_DUE).then((status) => status !== undefined));
  return restartDue === undefined ? {} : { restartDue };
}

export async function containerService(machine: Observer): Promise<GriddService> {
  const { stdout, stderr, exitCode } = await machine.run(QUERY);
  const restartDue = await due(machine);
  if (exitCode === NO_SUCH_SERVICE)
    return { name: CONTAINER_SERVICE, unit: 'absent', active: false, state: 'absent', startedMs: null, ...restartDue };
  if (exitCode === 5) throw new Unobservable({ kind: 'permission-denied', target: QUERY.join(' ') });
  const state = exitCode === 0 ? serviceState(stdout) : undefined;
  if (state === undefined) throw unreadable(QUERY.join(' '), stderr || stdout);
  const active = state === 'running';
  const start = await startType(machine);
  return {
    name: CONTAINER_SERVICE,
    unit: 'installed',
    active,
    state: !active && start === DISABLED ? 'disabled' : state,
    startedMs: active ? await startedMs(machine) : null,
    ...restartDue,
    ...(start !== null && { startsAtBoot: start <= AUTOMATIC }),
  };
}
