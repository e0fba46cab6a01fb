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
  ['fabric', 'fabric.not-running'],
  ['persistence', 'driver.persistence-off'],
  ['mig', 'mig.no-instances'],
  ['cudnn', 'libraries.not-loading'],
  ['nccl', 'libraries.not-loading'],
];

const unit = { unit: FIRST_BOOT_UNIT_NAME };
/** The engine puts it in place before this step. */
const placingUnit = {
  kind: 'todo',
  because: say('step.image.verify', unit),
  actions: [],
  undo: say('step.image.verify.undo', unit),
} as const;

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
    'libraries',
    'fabricManager',
    'migInstances',
    'nvSwitches',
    'subnetManager',
    'gpuUnits',
    'topology',
    'packageList',
  ],
  undo: say('step.undo.nothing-changed'),
  propose(facts, task) {
    const forImage = isForImage(task);
    if (task.ahead.size > 0)
      return forImage ? placingUnit : { kind: 'todo', because: say('step.verify.todo'), actions: [] };
    const failures = checksOf(facts, task).filter(({ ok }) => !ok);
    const [failed] = failures;
    if (!failed) return done(say(forImage ? 'step.image.verify.done' : 'step.verify.done'));
    // Somebody has taken it away since.
    if (forImage && failures.every(({ id }) => id === 'first-boot')) return placingUnit;
    const { id, expected, found } = failed;
    return blocked(
      say('step.verify.failed', { check: id, expected, found }),
      forImage ? undefined : BEHIND.find(([prefix]) => id.startsWith(prefix))?.[1],
    );
  },
});
