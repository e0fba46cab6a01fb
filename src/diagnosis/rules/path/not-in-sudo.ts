import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const pathNotInSudo = defineRule({
  id: 'path.not-in-sudo',
  needs: ['cudaToolkits', 'shellPaths'],
  judge({ cudaToolkits, shellPaths }) {
    if (!cudaToolkits.toolkits.some(({ nvcc }) => nvcc)) return notApplicable('no nvcc');
    if (shellPaths.some(({ shell }) => shell === 'machine')) return notApplicable('Windows has one PATH for all');
    const sudo = shellPaths.find(({ shell }) => shell === 'sudo');
    if (sudo?.untried !== null) return { kind: 'inconclusive', missing: ['shellPaths'] };
    if (sudo.nvcc !== null) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.path.not-in-sudo.detail'),
      evidence: [seen('sudo', 'nvcc: command not found')],
      fix: { by: 'guest', steps: [say('finding.path.fix.apply'), say('finding.path.not-in-sudo.fix.1')] },
    });
  },
});
