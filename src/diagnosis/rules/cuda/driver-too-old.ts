import { cudaFloor } from '../../../catalog/cuda.ts';
import { atLeast } from '../../../domain/version.ts';
import { say } from '../../../words/say.ts';
import { currentToolkit } from '../../current-toolkit.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { driverVersion } from '../../what-is-there.ts';

export const cudaDriverTooOld = defineRule({
  id: 'cuda.driver-too-old',
  needs: ['cudaToolkits'],
  wants: ['installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts) {
    const { cudaToolkits, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    const version = currentToolkit(cudaToolkits)?.version ?? null;
    if (version === null) return notApplicable('no toolkit, or none of a known version');
    const floor = cudaFloor(version);
    const driver = driverVersion(facts);
    if (floor === null || driver === undefined || atLeast(driver, floor))
      return healthyIfKnown({ installedDrivers, nvidiaModule, nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.cuda.driver-too-old.detail', { cuda: version, floor, driver }),
      evidence: [seen(currentToolkit(cudaToolkits)?.path ?? 'CUDA', version), seen('driver', driver)],
      fix: {
        by: 'guest',
        steps: [say('finding.cuda.driver-too-old.fix.1', { floor }), say('finding.cuda.driver-too-old.fix.2')],
      },
    });
  },
});
