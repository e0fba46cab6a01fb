import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const driverPersistenceOff = defineRule({
  id: 'driver.persistence-off',
  needs: ['nvidiaSmi'],
  judge({ nvidiaSmi }) {
    if (nvidiaSmi.kind !== 'answered' || nvidiaSmi.gpus.length === 0)
      return notApplicable('nvidia-smi does not answer');
    // A vGPU is kept initialised by its host.
    const off = nvidiaSmi.gpus.filter(
      ({ persistenceMode, virtualizationMode }) =>
        persistenceMode === 'disabled' && virtualizationMode === 'pass-through',
    );
    if (off.length === 0) return healthy;
    return problem({
      severity: 'info',
      detail: say('finding.driver.persistence-off.detail'),
      evidence: off.map(({ address }) => seen('nvidia-smi -q', `${address ?? '?'} Persistence Mode : Disabled`)),
      fix: { by: 'guest', steps: [say('finding.driver.persistence-off.fix.1'), say('finding.multi-gpu.fix.persistence')] },
    });
  },
});
