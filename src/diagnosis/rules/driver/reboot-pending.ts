import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { MachineOwnerKey } from '../../../probes/machine-owner-key.ts';
import type { Nouveau } from '../../../probes/nouveau.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import { say } from '../../../words/say.ts';
import { moduleFileLine, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';
import { displayLines, windowsName, withProblem } from '../../windows-display.ts';

/** The running kernel's file is of another version than what is loaded. */
function newerFile(module: NvidiaModule | undefined, kernel: Fact<Kernel>): readonly Evidence[] {
  const loaded = module?.loaded;
  if (!loaded || !kernel.known) return [];
  const file = module.files.find((one) => one.kernel === kernel.value.running && one.version !== null);
  if (file === undefined || file.version === loaded.version) return [];
  return [seen('/proc/driver/nvidia/version', loaded.version), moduleFileLine(file)];
}

/** nouveau is shut out already and runs still, and a driver waits for its place. */
function nouveauStillThere(nouveau: Nouveau | undefined, module: NvidiaModule | undefined): readonly Evidence[] {
  if (!nouveau?.loaded || nouveau.blacklistedBy === null || !module || module.files.length === 0) return [];
  return [seen('/proc/modules', 'nouveau'), seen(nouveau.blacklistedBy, 'blacklist nouveau')];
}

function keyWaits(keys: MachineOwnerKey | undefined): readonly Evidence[] {
  return keys?.own?.enrolled === 'pending' ? [seen('mokutil --list-new', keys.own.certificate)] : [];
}

/** Device Manager: the computer has to be restarted before this device works. */
const NEEDS_RESTART = 14;

export const driverRebootPending = defineRule({
  id: 'driver.reboot-pending',
  needs: [],
  wants: ['kernel', 'machineOwnerKey', 'nouveau', 'nvidiaModule', 'windowsDisplays'],
  judge({ windowsDisplays, ...facts }) {
    const waits = withProblem(windowsDisplays, NEEDS_RESTART);
    if (waits !== undefined)
      return problem({
        severity: 'error',
        detail: say('finding.driver.reboot-pending.detail.windows', { gpu: windowsName(waits) }),
        evidence: displayLines(waits),
        fix: { by: 'guest', steps: [say('finding.fix.reboot')] },
      });
    const module = valueOf(facts.nvidiaModule);
    const key = keyWaits(valueOf(facts.machineOwnerKey));
    const evidence = [...newerFile(module, facts.kernel), ...nouveauStillThere(valueOf(facts.nouveau), module), ...key];
    if (evidence.length === 0) return healthyIfKnown({ ...facts, windowsDisplays });
    return problem({
      severity: 'error',
      detail:
        key.length > 0 ? say('finding.driver.reboot-pending.detail.key') : say('finding.driver.reboot-pending.detail'),
      evidence,
      fix: { by: 'guest', steps: [say('finding.fix.reboot'), say('finding.driver.reboot-pending.fix.1')] },
    });
  },
});
