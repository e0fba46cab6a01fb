import { refresh, removeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Proposal } from '../../domain/plan.ts';
import { CONTAINER_SERVICE, LICENCE_RESTART_DUE } from '../../domain/windows-places.ts';
import type { GriddService } from '../../probes/gridd-service.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';

const service = { service: CONTAINER_SERVICE };
const AHEAD_OF_IT = ['driver.install', 'driver.load', 'license.configure', 'license.token'];

const NET = '%SystemRoot%\\System32\\net.exe';
/** A file's time and a process's are of two clocks' ticks. */
const SLACK_MS = 2_000;

/**
 * net.exe waits until the service has stopped and runs again; sc.exe only asks for it. What the service knows is derived from its values and
 * files, so it comes after them in both directions; where the driver has gone with its service by then, nothing is left to be started.
 */
const restart = (): Action =>
  refresh(
    [
      ...(['cmd.exe', '/d', '/c', NET, 'stop', CONTAINER_SERVICE, '/y', '&'] as const),
      ...[NET, 'start', CONTAINER_SERVICE, '||', 'exit', '0'],
    ],
    4 * 60_000,
  );

/** Some clouds license inside the driver and bring no service. */
function withoutService(smi: NvidiaSmi | undefined): Proposal {
  const gpus = smi?.kind === 'answered' ? smi.gpus : [];
  const isLicensed = gpus.length > 0 && gpus.every(({ licence }) => licence?.state === 'licensed');
  return isLicensed
    ? done(say('step.license.restart-service.windows.no-service-needed', service))
    : blocked(say('step.license.restart-service.windows.absent', service), 'license.service-missing');
}

const todo = (because: 'changed' | 'stopped'): Proposal => ({
  kind: 'todo',
  because: say(`step.license.restart-service.windows.${because}`, service),
  actions: [removeFile(LICENCE_RESTART_DUE), restart()],
});

/** Whether it reads now what it is to read; that it was started after the token counts where the start is known. */
function isCurrent({ startedMs, restartDue }: GriddService, tokensMs: readonly number[]): boolean {
  if (restartDue === true) return false;
  return startedMs === null || startedMs + SLACK_MS >= Math.max(0, ...tokensMs);
}

const isAheadOfIt = ({ ahead }: Task): boolean => AHEAD_OF_IT.some((id) => ahead.has(id));

export const windowsLicenseRestartService = defineStep({
  id: 'license.restart-service',
  on: ['windows'],
  cures: ['license.service-failed'],
  needs: ['griddService', 'tokens'],
  wants: ['nvidiaSmi'],
  undo: say('step.license.restart-service.windows.undo'),
  unwanted: ({ choice: { licence } }) => (licence.kind === 'not-required' ? licence.reason : null),
  propose({ griddService, tokens, nvidiaSmi }, task) {
    const isInstalled = griddService.unit === 'installed';
    if (!isInstalled && !task.ahead.has('driver.install')) return withoutService(valueOf(nvidiaSmi));
    if (isInstalled && griddService.state === 'disabled')
      return blocked(say('step.license.restart-service.windows.disabled', service), 'license.service-failed');
    if (isAheadOfIt(task)) return todo('changed');
    if (!griddService.active) return todo('stopped');
    return isCurrent(griddService, tokens.files.map(({ modifiedMs }) => modifiedMs))
      ? done(say('step.license.restart-service.windows.done', service))
      : todo('changed');
  },
});
