import { valueOf } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { MigProfile } from '../../../probes/mig-profiles.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

const row = ({ name, free, total, memoryGiB }: MigProfile): Evidence =>
  seen('nvidia-smi mig -lgip', `MIG ${name}: ${free}/${total} free, ${memoryGiB} GiB`);

export const migNoInstances = defineRule({
  id: 'mig.no-instances',
  needs: ['nvidiaSmi'],
  wants: ['migProfiles'],
  judge({ nvidiaSmi, migProfiles }) {
    if (nvidiaSmi.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
    const on = nvidiaSmi.gpus.filter(({ migMode }) => migMode === 'enabled');
    // Where the source does not list MIG devices, their number is not known, and no tool says that there are none.
    const empty = on.filter(({ migDevices }) => migDevices === 0);
    const unsaid = on.some(({ migDevices }) => migDevices === undefined);
    const [first] = empty;
    if (first === undefined) return unsaid ? { kind: 'inconclusive', missing: ['nvidiaSmi'] } : healthy;
    // What the first of them offers: cards of one model offer the same.
    const number = nvidiaSmi.gpus.indexOf(first);
    const offered = (valueOf(migProfiles) ?? []).filter(({ gpu }) => gpu === number);
    return problem({
      severity: 'warning',
      detail: say('finding.mig.no-instances.detail', { address: first.address ?? 'PCI' }),
      evidence: [
        ...empty.map(({ address }) => seen('nvidia-smi -q', `${address ?? '?'} MIG Mode Current : Enabled`)),
        ...offered.map(row),
      ],
      fix: { by: 'guest', steps: [say('finding.mig.no-instances.fix.1'), say('finding.mig.no-instances.fix.2')] },
      // Who has turned it off already has only to reboot.
      becauseOf: ['mig.change-pending'],
    });
  },
});
