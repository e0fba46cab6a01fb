import { say } from '../../../words/say.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import { seen } from '../../evidence.ts';

/** On Linux no driver minds. What it breaks (a GeForce card under Windows with a driver before 465.89) is asked there. */
export const hypervisorIdVisible = defineRule({
  id: 'hypervisor.id-visible',
  needs: ['hypervisor'],
  judge({ hypervisor: { present, name, signatures, idHidden, evidence } }) {
    if (!present) return notApplicable('no hypervisor');
    if (idHidden === null) return { kind: 'inconclusive', missing: ['hypervisor'] };
    if (idHidden) return healthy;
    return problem({
      severity: 'info',
      detail: say('finding.hypervisor.id-visible.detail', { name: name ?? signatures.at(-1) ?? '?' }),
      evidence: evidence.length > 0 ? evidence : signatures.map((signature) => seen('CPUID', signature)),
      fix: { by: 'host-admin', steps: [say('finding.hypervisor.id-visible.fix.1')] },
    });
  },
});
