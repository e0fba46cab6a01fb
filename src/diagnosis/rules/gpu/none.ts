import { seen } from '../../evidence.ts';
import { say } from '../../../words/say.ts';
import { defineRule, healthy, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';

export const gpuNone = defineRule({
  id: 'gpu.none',
  needs: ['displays'],
  wants: ['nvidiaSmi'],
  judge({ displays, nvidiaSmi }, { gpus }) {
    if (gpus.length > 0 || answers(nvidiaSmi)) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.gpu.none.detail'),
      evidence: displays
        .slice(0, 4)
        .map(({ address, vendorId, deviceId, name }) =>
          seen('PCI', `${address ?? '?'} ${name ?? ''} [${vendorId ?? '?'}:${deviceId ?? '?'}]`),
        ),
      fix: { by: 'host-admin', steps: [say('finding.gpu.none.fix.1'), say('finding.gpu.none.fix.2')] },
    });
  },
});
