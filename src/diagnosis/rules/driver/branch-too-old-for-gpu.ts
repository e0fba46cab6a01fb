import { say } from '../../../words/say.ts';
import { misfit } from '../../branch-and-gpu.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, driverVersion } from '../../what-is-there.ts';

export const driverBranchTooOldForGpu = defineRule({
  id: 'driver.branch-too-old-for-gpu',
  needs: [],
  wants: ['displays', 'installedDrivers', 'kernelLog', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    if (answers(facts.nvidiaSmi)) return healthy;
    const refused = kernelSays(facts.kernelLog, 'not-supported');
    const tooOld = misfit(['older-than-the-card', 'since'], gpus, driverVersion(facts), refused);
    if (tooOld === undefined) return healthyIfKnown(facts);
    const { because } = tooOld;
    const first = because.kind === 'since' ? because.version : because.first;
    return problem({
      severity: 'error',
      detail: say('finding.driver.branch-too-old-for-gpu.detail', { gpu: tooOld.gpu, driver: tooOld.driver, first }),
      evidence: tooOld.evidence,
      fix: {
        by: 'guest',
        steps: [say('finding.driver.branch-too-old-for-gpu.fix.1', { first }), say('finding.fix.plan-and-apply')],
      },
      becauseOf: ['driver.wrong-kind'],
    });
  },
});
