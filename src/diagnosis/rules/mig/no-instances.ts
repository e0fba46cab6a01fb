import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const migNoInstances = defineRule({
  id: 'mig.no-instances',
  needs: ['nvidiaSmi'],
  judge({ nvidiaSmi }) {
    if (nvidiaSmi.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
    const on = nvidiaSmi.gpus.filter(({ migMode }) => migMode === 'enabled');
    // Where the source does not list MIG devices, their number is not known, and no tool says that there are none.
    const empty = on.filter(({ migDevices }) => migDevices === 0);
    const unsaid = on.some(({ migDevices }) => migDevices === undefined);
    if (empty.length === 0) return unsaid ? { kind: 'inconclusive', missing: ['nvidiaSmi'] } : healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.mig.no-instances.detail', { address: empty[0]?.address ?? 'PCI' }),
      evidence: empty.map(({ address }) => seen('nvidia-smi -q', `${address ?? '?'} MIG Mode Current : Enabled`)),
      fix: { by: 'guest', steps: [say('finding.mig.no-instances.fix.1'), say('finding.mig.no-instances.fix.2')] },
    });
  },
});
