import type { Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { WindowsDisplays } from '../../../probes/windows-displays.ts';
import { say } from '../../../words/say.ts';
import { moduleFileLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { nvidiaDisplays } from '../../windows-display.ts';
import { answers, failureText, fileForRunning, isMounted, loadedModule, noGpuAtAll } from '../../what-is-there.ts';

const NO_DRIVER_BEHIND_IT = /couldn't communicate with (?:the )?NVIDIA driver|Driver Not Loaded/i;

/** Windows's own list of drivers has NVIDIA's as stopped. */
const stoppedLines = (displays: Fact<WindowsDisplays>): readonly Evidence[] =>
  nvidiaDisplays(displays).some(({ driverState }) => driverState === 'stopped') ? [seen('driverquery', 'nvlddmkm: Stopped')] : [];

const detailOf = (complains: boolean, stopped: readonly Evidence[]): Message =>
  say(complains || stopped.length === 0 ? 'finding.driver.not-loaded.detail' : 'finding.driver.not-loaded.detail.stopped');

export const driverNotLoaded = defineRule({
  id: 'driver.not-loaded',
  needs: [],
  wants: ['displays', 'image', 'kernel', 'nvidiaModule', 'nvidiaSmi', 'windowsDisplays'],
  judge({ image, windowsDisplays, ...facts }, { gpus }) {
    const { displays, kernel, nvidiaModule, nvidiaSmi } = facts;
    if (isMounted(image)) return notApplicable('nothing runs in it');
    if (answers(nvidiaSmi) || loadedModule(nvidiaModule) !== null) return healthy;
    if (noGpuAtAll(displays, gpus)) return notApplicable('no NVIDIA GPU');
    const file = fileForRunning(nvidiaModule, kernel);
    const said = failureText(nvidiaSmi);
    const complains = NO_DRIVER_BEHIND_IT.test(said);
    const stopped = stoppedLines(windowsDisplays);
    if (file === undefined && !complains && stopped.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: detailOf(complains, stopped),
      evidence: [...(complains ? [seen('nvidia-smi', said)] : []), ...(file ? [moduleFileLine(file)] : []), ...stopped],
      fix: { by: 'guest', steps: [say('finding.driver.not-loaded.fix.1'), say('finding.driver.not-loaded.fix.2')] },
      becauseOf: [
        'driver.missing',
        'driver.nouveau-bound',
        'driver.module-signature-rejected',
        'driver.module-wrong-kernel-abi',
        'driver.module-missing-for-kernel',
        'driver.too-old-for-kernel',
        'driver.dkms-failed',
        'driver.wrong-kind',
        'driver.branch-too-old-for-gpu',
        'driver.gpu-dropped-from-branch',
        'driver.open-module-unsupported',
        'driver.open-module-required',
        'pci.bar-unassigned',
        // Where no card lets itself be started, the module leaves again.
        'gpu.init-failed',
        'windows.code-43',
        'firmware.uefi-required',
        'driver.reboot-pending',
        'driver.multiple-installs',
        'kernel.headers-unavailable',
        'driver.dkms-compiler-mismatch',
        'disk.full',
        'packages.broken',
      ],
    });
  },
});
