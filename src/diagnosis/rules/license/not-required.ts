import { say } from '../../../words/say.ts';
import { gpuLine } from '../../evidence.ts';
import { licencesOf, wholeCardsOnly } from '../../licence-state.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const licenseNotRequired = defineRule({
  id: 'license.not-required',
  needs: ['displays', 'griddConfig', 'nvidiaSmi'],
  judge({ griddConfig, nvidiaSmi }, { gpus }) {
    const smi = { known: true, value: nvidiaSmi } as const;
    if (gpus.length === 0) return notApplicable('no NVIDIA GPU');
    if (!wholeCardsOnly(gpus, smi, { known: true, value: griddConfig })) return healthy;
    if (licencesOf(smi).some(({ state }) => state === 'licensed')) return healthy;
    return problem({
      severity: 'info',
      detail: say('finding.license.not-required.detail', { gpu: gpus[0]?.name ?? 'NVIDIA' }),
      evidence: gpus.map(gpuLine),
      fix: { by: 'guest', steps: [say('finding.license.not-required.fix.1')] },
    });
  },
});
