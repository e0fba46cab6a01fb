import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

export const hypervisorNone = defineRule({
  id: 'hypervisor.none',
  needs: ['hypervisor'],
  judge({ hypervisor: { present, evidence } }) {
    if (present) return healthy;
    return problem({
      severity: 'info',
      detail: say('finding.hypervisor.none.detail'),
      evidence: evidence.length > 0 ? evidence : [seen('CPUID', 'hypervisor: -')],
      fix: { by: 'guest', steps: [say('finding.hypervisor.none.fix.1')] },
    });
  },
});
