import { say } from '../../../words/say.ts';
import { currentToolkit } from '../../current-toolkit.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const pathNvccMissing = defineRule({
  id: 'path.nvcc-missing',
  needs: ['cudaToolkits', 'shellPaths'],
  judge({ cudaToolkits, shellPaths }) {
    const toolkit = currentToolkit(cudaToolkits) ?? cudaToolkits.toolkits.find(({ nvcc }) => nvcc);
    if (toolkit?.nvcc !== true) return notApplicable('no nvcc');
    // sudo is asked by its own rule; a shell that could not be tried proves nothing.
    const without = shellPaths.filter(
      ({ shell, nvcc, untried }) => shell !== 'sudo' && nvcc === null && untried === null,
    );
    if (without.length === 0) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.path.nvcc-missing.detail', {
        path: toolkit.path,
        shells: without.map(({ shell }) => shell).join(', '),
      }),
      evidence: without.map(({ shell }) => seen(shell, 'nvcc: not found')),
      fix: {
        by: 'guest',
        steps: [say('finding.path.fix.apply'), say('finding.path.nvcc-missing.fix.1')],
      },
      becauseOf: ['path.stale'],
    });
  },
});
