import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const windowsTccMode = defineRule({
  id: 'windows.tcc-mode',
  needs: ['nvidiaSmi'],
  judge({ nvidiaSmi }, { gpus }) {
    if (nvidiaSmi.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
    const inTcc = nvidiaSmi.gpus.filter(({ driverModel }) => driverModel === 'tcc');
    const [first] = inTcc;
    if (first === undefined) return healthy;
    // Types of the C series are for computing alone: TCC is right there.
    if (gpus.length > 0 && gpus.every(({ vgpu }) => vgpu?.series === 'C')) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.windows.tcc-mode.detail', { gpu: first.productName ?? first.address ?? 'NVIDIA' }),
      evidence: inTcc.map(({ productName, address }) => seen('nvidia-smi', `${productName ?? address ?? 'GPU'}: TCC`)),
      fix: {
        by: 'guest',
        steps: [
          say('finding.windows.tcc-mode.fix.1'),
          say('finding.windows.tcc-mode.fix.2'),
          say('finding.windows.tcc-mode.fix.3'),
        ],
      },
    });
  },
});
