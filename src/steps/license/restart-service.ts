import { refresh, run, undoBy } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import { say } from '../../words/say.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done } from '../step.ts';

const SERVICE = 'nvidia-gridd.service';
const AHEAD_OF_IT = ['driver.install', 'driver.load', 'license.configure', 'license.token'];

/** systemd tells the start to the second only. */
const second = (ms: number): number => Math.floor(ms / 1000);

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

export const licenseRestartService = defineStep({
  id: 'license.restart-service',
  on: ['linux'],
  cures: [],
  needs: ['griddService', 'griddConfig', 'tokens'],
  wants: ['nvidiaSmi'],
  undo: say('step.license.restart-service.undo'),
  unwanted: ({ choice: { licence } }) => (licence.kind === 'not-required' ? licence.reason : null),
  propose({ griddService, griddConfig, tokens, nvidiaSmi }, task) {
    const installs = task.ahead.has('driver.install');
    if (griddService.unit === 'absent' && !installs) {
      // Some clouds license inside the driver and bring no service.
      const smi = valueOf(nvidiaSmi);
      const byDriver =
        smi?.kind === 'answered' &&
        smi.gpus.length > 0 &&
        smi.gpus.every(({ licence }) => licence?.state === 'licensed');
      return byDriver
        ? done(say('step.license.restart-service.no-service-needed'))
        : blocked(say('step.license.restart-service.absent'), 'license.service-missing');
    }
    const isAhead = AHEAD_OF_IT.some((id) => task.ahead.has(id));
    if (isAhead)
      return {
        kind: 'todo',
        because: say('step.license.restart-service.changed'),
        actions: restart(griddService.active),
      };
    if (!griddService.active)
      return { kind: 'todo', because: say('step.license.restart-service.stopped'), actions: restart(false) };

    const changedMs = Math.max(griddConfig.modifiedMs ?? 0, ...tokens.files.map(({ modifiedMs }) => modifiedMs));
    const { startedMs } = griddService;
    if (startedMs !== null && second(startedMs) >= second(changedMs))
      return done(say('step.license.restart-service.done'));
    return { kind: 'todo', because: say('step.license.restart-service.changed'), actions: restart(true) };
  },
});
