import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { loadedModule } from '../../what-is-there.ts';
import { valueOf } from '../../../domain/fact.ts';

export const fabricVersionMismatch = defineRule({
  id: 'fabric.version-mismatch',
  needs: [],
  wants: ['fabricManager', 'nvidiaModule'],
  judge({ fabricManager, nvidiaModule }) {
    const { version = null, refusal = null } = valueOf(fabricManager) ?? {};
    if (refusal === null) return healthyIfKnown({ fabricManager });
    // What it complained of has been mended since, where both are equal now.
    const driver = loadedModule(nvidiaModule)?.version ?? refusal.driver;
    if (version !== null && version === driver) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.fabric.version-mismatch.detail', { fabric: version ?? refusal.version, driver }),
      evidence: [seen('journal nvidia-fabricmanager', refusal.line)],
      fix: {
        by: 'guest',
        steps: [
          say('finding.fabric.version-mismatch.fix.1', { driver }),
          say('finding.fabric.version-mismatch.fix.2'),
          say('finding.fabric.version-mismatch.fix.3'),
          say('finding.multi-gpu.fix.fabric'),
        ],
      },
      // The libraries and the fabric manager went ahead of the module that is still loaded.
      becauseOf: ['driver.userspace-kernel-mismatch', 'driver.multiple-installs', 'driver.reboot-pending'],
    });
  },
});
