import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

const WORDS = { enabled: 'Enabled', disabled: 'Disabled' } as const;

/** The mode takes effect with a reset of the card, which a hypervisor may forbid (MIG User Guide, "Enable MIG Mode"). */
export const migChangePending = defineRule({
  id: 'mig.change-pending',
  needs: ['nvidiaSmi'],
  judge({ nvidiaSmi }) {
    if (nvidiaSmi.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
    const waiting = nvidiaSmi.gpus.flatMap(({ address, migMode, migPending }) =>
      migMode === null || migPending === undefined ? [] : [{ address, migMode, migPending }],
    );
    const [first] = waiting;
    if (first === undefined) {
      return nvidiaSmi.complete ? healthy : { kind: 'inconclusive', missing: ['nvidiaSmi'] };
    }
    const address = first.address ?? 'PCI';
    return problem({
      severity: 'warning',
      detail: say(`finding.mig.change-pending.detail.${first.migPending}`, { address }),
      evidence: waiting.map((gpu) =>
        seen(
          'nvidia-smi -q',
          `${gpu.address ?? '?'} MIG Mode Current : ${WORDS[gpu.migMode]}, Pending : ${WORDS[gpu.migPending]}`,
        ),
      ),
      fix: { by: 'guest', steps: [say('finding.mig.change-pending.fix.1'), say('finding.mig.change-pending.fix.2')] },
    });
  },
});
