import { say } from '../../../words/say.ts';
import { moduleFileLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { answers, failureText, fileForRunning, isMounted, loadedModule, noGpuAtAll } from '../../what-is-there.ts';

const NO_DRIVER_BEHIND_IT = /couldn't communicate with (?:the )?NVIDIA driver|Driver Not Loaded/i;

export const driverNotLoaded = defineRule({
  id: 'driver.not-loaded',
  needs: [],
  wants: ['displays', 'image', 'kernel', 'nvidiaModule', 'nvidiaSmi'],
  judge({ image, ...facts }, { gpus }) {
    const { displays, kernel, nvidiaModule, nvidiaSmi } = facts;
    if (isMounted(image)) return notApplicable('nothing runs in it');
    if (answers(nvidiaSmi) || loadedModule(nvidiaModule) !== null) return healthy;
    if (noGpuAtAll(displays, gpus)) return notApplicable('no NVIDIA GPU');
    const file = fileForRunning(nvidiaModule, kernel);
    const said = failureText(nvidiaSmi);
    const complains = NO_DRIVER_BEHIND_IT.test(said);
    if (file === undefined && !complains) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.driver.not-loaded.detail'),
      evidence: [...(complains ? [seen('nvidia-smi', said)] : []), ...(file ? [moduleFileLine(file)] : [])],
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
