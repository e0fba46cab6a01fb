import { checksOf } from '../diagnosis/checks/index.ts';
import { FIRST_BOOT_UNIT_NAME } from '../domain/places.ts';
import { say } from '../words/say.ts';
import { isForImage } from './image.ts';
import { blocked, defineStep, done } from './step.ts';

/** What stands behind a failed check, by the beginning of its id. */
const BEHIND: readonly (readonly [prefix: string, finding: string])[] = [
  ['module', 'driver.not-loaded'],
  ['gpu.', 'gpu.init-failed'],
  ['reboot', 'driver.reboot-pending'],
  ['license', 'license.unlicensed'],
  ['nvcc', 'path.nvcc-missing'],
  ['path', 'path.nvcc-missing'],
];

export const verify = defineStep({
  id: 'verify',
  on: ['linux'],
  cures: [],
  needs: [],
  wants: [
    'nvidiaModule',
    'nvidiaSmi',
    'nouveau',
    'kernel',
    'shellPaths',
    'pathFiles',
    'hypervisor',
    'installedDrivers',
    'packageManager',
    'initramfs',
    'griddConfig',
    'griddService',
    'tokens',
    'cudaToolkits',
    'setting',
    'containerRuntimes',
    'containerToolkit',
    'cdiSpecs',
    'containerImages',
    'containerProof',
  ],
  undo: say('step.undo.nothing-changed'),
  propose(facts, task) {
    const forImage = isForImage(task);
    if (task.ahead.size > 0) {
      if (!forImage) return { kind: 'todo', because: say('step.verify.todo'), actions: [] };
      const unit = { unit: FIRST_BOOT_UNIT_NAME };
      const because = say('step.image.verify', unit);
      return { kind: 'todo', because, actions: [], undo: say('step.image.verify.undo', unit) };
    }
    const failed = checksOf(facts, task).find(({ ok }) => !ok);
    if (!failed) return done(say(forImage ? 'step.image.verify.done' : 'step.verify.done'));
    const { id, expected, found } = failed;
    return blocked(
      say('step.verify.failed', { check: id, expected, found }),
      forImage ? undefined : BEHIND.find(([prefix]) => id.startsWith(prefix))?.[1],
    );
  },
});
