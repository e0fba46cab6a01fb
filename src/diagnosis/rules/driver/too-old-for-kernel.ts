import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, fromKernelLog } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { fileForRunning, loadedModule, runningKernel } from '../../what-is-there.ts';

export const driverTooOldForKernel = defineRule({
  id: 'driver.too-old-for-kernel',
  needs: [],
  wants: ['buildLog', 'installedDrivers', 'kernel', 'kernelLog', 'nvidiaModule'],
  judge(facts) {
    const { buildLog, installedDrivers, kernel, kernelLog, nvidiaModule } = facts;
    if (loadedModule(nvidiaModule) !== null) return healthy;
    const built = fileForRunning(nvidiaModule, kernel) !== undefined;
    const evidence = [
      ...(built ? [] : fromBuildLog(buildSays(buildLog, 'kernel-too-new'))),
      ...fromKernelLog(kernelSays(kernelLog, 'unknown-symbol')),
    ];
    if (evidence.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.driver.too-old-for-kernel.detail', {
        version: valueOf(installedDrivers)?.[0]?.version ?? '?',
        kernel: runningKernel(kernel),
      }),
      evidence,
      fix: {
        by: 'guest',
        steps: [say('finding.driver.too-old-for-kernel.fix.1'), say('finding.driver.too-old-for-kernel.fix.2')],
      },
      becauseOf: ['driver.dkms-compiler-mismatch'],
    });
  },
});
