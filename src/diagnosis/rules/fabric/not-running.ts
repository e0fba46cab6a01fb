import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** GPUs behind NVSwitch do no CUDA until NVIDIA's fabric manager has registered them with the fabric. */
export const fabricNotRunning = defineRule({
  id: 'fabric.not-running',
  needs: ['nvidiaSmi'],
  wants: ['fabricManager'],
  judge({ nvidiaSmi, fabricManager }) {
    if (nvidiaSmi.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
    const waiting = nvidiaSmi.gpus.filter(({ fabric }) => fabric !== undefined && fabric !== 'Completed');
    if (waiting.length === 0) return nvidiaSmi.complete ? healthy : { kind: 'inconclusive', missing: ['nvidiaSmi'] };
    const driver = nvidiaSmi.driverVersion ?? '?';
    const isMissing = valueOf(fabricManager)?.version === null;
    return problem({
      severity: 'error',
      detail: say('finding.fabric.not-running.detail', { count: waiting.length }),
      evidence: waiting.map(({ address, fabric }) => seen('nvidia-smi -q', `${address ?? '?'} Fabric State : ${fabric ?? ''}`)),
      fix: {
        by: 'guest',
        steps: [
          ...(isMissing ? [say('finding.fabric.version-mismatch.fix.1', { driver })] : []),
          say('finding.fabric.version-mismatch.fix.2'),
          say('finding.fabric.not-running.fix.1'),
          say('finding.fabric.not-running.fix.2'),
          say('finding.multi-gpu.fix.fabric'),
        ],
      },
      becauseOf: ['fabric.version-mismatch', 'driver.userspace-kernel-mismatch', 'driver.reboot-pending'],
    });
  },
});
