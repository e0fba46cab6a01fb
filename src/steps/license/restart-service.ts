import { refresh, run, undoBy } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import type { GriddService } from '../../probes/gridd-service.ts';
import { isForImage } from '../image.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';

const SERVICE = 'nvidia-gridd.service';
const AHEAD_OF_IT = ['driver.install', 'driver.load', 'license.configure', 'license.token'];

/** The start is known to some 20 ms (probes/gridd-service.ts); a file's time is of the kernel's last tick. */
const SLACK_MS = 50;

/**
 * `enable`: for the next starts; `--now`: for this one. The restart is a refresh, as what the service knows is derived from its
 * files: it comes after them in both directions. By a pattern, because systemctl fails on a name that is no unit any more.
 */
const restart = (isActive: boolean): readonly Action[] => [
  run(['systemctl', 'enable', '--now', SERVICE], {
    undo: isActive ? because('step.undo.service') : undoBy(['systemctl', 'disable', '--now', SERVICE]),
    timeoutMs: 2 * 60_000,
  }),
  refresh(['systemctl', 'try-restart', 'nvidia-gridd*.service'], 2 * 60_000),
];

/** Some clouds license inside the driver and bring no service. */
function withoutService(smi: NvidiaSmi | undefined): Proposal {
  const gpus = smi?.kind === 'answered' ? smi.gpus : [];
  const isLicensed = gpus.length > 0 && gpus.every(({ licence }) => licence?.state === 'licensed');
  return isLicensed
    ? done(say('step.license.restart-service.no-service-needed'))
    : blocked(say('step.license.restart-service.absent'), 'license.service-missing');
}

/** In an image the service is only made to start with each boot. */
function inImage({ unit, startsAtBoot }: GriddService, task: Task): Proposal {
  const isAhead = task.ahead.has('driver.install');
  if (unit === 'absent' && !isAhead)
    return blocked(say('step.license.restart-service.absent'), 'license.service-missing');
  if (startsAtBoot === true && !isAhead) return notWanted(say('step.image.license.service'));
  const enable = run(['systemctl', 'enable', SERVICE], {
    undo: undoBy(['systemctl', 'disable', SERVICE]),
    timeoutMs: 2 * 60_000,
  });
  return { kind: 'todo', because: say('step.image.license.service-enable'), actions: [enable] };
}

export const licenseRestartService = defineStep({
  id: 'license.restart-service',
  on: ['linux'],
  cures: ['license.service-failed'],
  needs: ['griddService', 'griddConfig', 'tokens'],
  wants: ['nvidiaSmi'],
  undo: say('step.license.restart-service.undo'),
  unwanted: ({ choice: { licence } }) => (licence.kind === 'not-required' ? licence.reason : null),
  propose({ griddService, griddConfig, tokens, nvidiaSmi }, task) {
    if (isForImage(task)) return inImage(griddService, task);
    if (griddService.unit === 'absent' && !task.ahead.has('driver.install')) return withoutService(valueOf(nvidiaSmi));
    const isAhead = AHEAD_OF_IT.some((id) => task.ahead.has(id));
    if (!isAhead && !griddService.active)
      return { kind: 'todo', because: say('step.license.restart-service.stopped'), actions: restart(false) };

    const changedMs = Math.max(griddConfig.modifiedMs ?? 0, ...tokens.files.map(({ modifiedMs }) => modifiedMs));
    const { startedMs } = griddService;
    if (!isAhead && startedMs !== null && startedMs + SLACK_MS >= changedMs)
      return done(say('step.license.restart-service.done'));
    const because = say('step.license.restart-service.changed');
    return { kind: 'todo', because, actions: restart(griddService.active) };
  },
});
