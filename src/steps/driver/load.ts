import { reboot, run } from '../../domain/act.ts';
import type { Proposal } from '../../domain/plan.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { MachineOwnerKey } from '../../probes/machine-owner-key.ts';
import type { Nouveau } from '../../probes/nouveau.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { SecureBoot } from '../../probes/secure-boot.ts';
import { say, type WordKey } from '../../words/say.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { isForImage } from '../image.ts';
import { isChosen, isSameVersion, noDriverWanted, targetVersion, type Chosen } from './chosen.ts';

type LoadFacts = {
  readonly nvidiaModule: NvidiaModule;
  readonly nouveau: Nouveau;
  readonly kernel: Kernel;
  readonly secureBoot: Fact<SecureBoot>;
  readonly machineOwnerKey: Fact<MachineOwnerKey>;
};

function isLoadedAsChosen(chosen: Chosen, { loaded }: NvidiaModule): boolean {
  const target = targetVersion(chosen);
  return (
    loaded !== null &&
    (target === null || isSameVersion(loaded.version, target)) &&
    (loaded.flavour === null || loaded.flavour === chosen.kernelModule)
  );
}

const isFor =
  (kernel: string) =>
  (file: NvidiaModule['files'][number]): boolean =>
    file.kernel === kernel;

/** Why only a reboot brings the module in; null: `modprobe` can. */
function rebootBecause({ nvidiaModule, nouveau, kernel, machineOwnerKey }: LoadFacts, task: Task): WordKey | null {
  const isAsked = valueOf(machineOwnerKey)?.own?.enrolled === 'pending';
  if (isAsked || task.ahead.has('driver.enroll-key')) return 'step.driver.load.reboot-key';
  if (nouveau.loaded) return 'step.driver.load.reboot-nouveau';
  if (nvidiaModule.loaded) return 'step.driver.load.reboot-other';
  // The driver is built for the kernel that boots next; the running one may have it too.
  const isBuilt = kernel.running === kernel.nextBoot || nvidiaModule.files.some(isFor(kernel.running));
  return isBuilt ? null : 'step.driver.load.reboot-kernel';
}

/** uvm is what CUDA needs; it is loaded on demand too, so that its absence is no failure here. */
const load = (): Proposal => ({
  kind: 'todo',
  because: say('step.driver.load.todo'),
  actions: [
    run(['modprobe', 'nvidia'], { undo: because('step.undo.module'), timeoutMs: 5 * 60_000 }),
    run(['modprobe', 'nvidia-uvm'], { undo: because('step.undo.module'), timeoutMs: 5 * 60_000, success: [0, 1] }),
  ],
});

export const driverLoad = defineStep({
  id: 'driver.load',
  on: ['linux'],
  cures: ['driver.not-loaded', 'driver.reboot-pending', 'driver.userspace-kernel-mismatch'],
  needs: ['nvidiaModule', 'nouveau', 'kernel'],
  wants: ['secureBoot', 'machineOwnerKey', 'installedDrivers'],
  undo: say('step.driver.load.undo'),
  unwanted: (task) => (isForImage(task) ? say('step.image.driver.load') : noDriverWanted(task)),
  propose(facts, task) {
    const { driver } = task.choice;
    if (driver.kind !== 'chosen') return blocked(driver.reason);
    const installs = task.ahead.has('driver.install');
    const { loaded, files } = facts.nvidiaModule;
    // What is ahead may only be to build the same driver for the kernel that boots next.
    const stays = valueOf(facts.installedDrivers)?.some((one) => isChosen(one, driver)) === true;
    if ((!installs || stays) && loaded && isLoadedAsChosen(driver, facts.nvidiaModule))
      return done(say('step.driver.load.done', { version: loaded.version }));
    if (!installs && files.length === 0)
      return blocked(say('step.driver.load.no-module'), 'driver.module-missing-for-kernel');

    const why = rebootBecause(facts, task);
    if (why === null) return load();
    return { kind: 'todo', because: { key: why }, actions: [reboot(why)] };
  },
});
