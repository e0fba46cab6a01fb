import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { nameOfLibrary } from '../../library-state.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const librariesNotLoading = defineRule({
  id: 'libraries.not-loading',
  needs: ['libraries'],
  judge({ libraries }) {
    if (libraries.length === 0) return notApplicable('neither cuDNN nor NCCL is installed');
    const bad = libraries.filter(({ trouble }) => trouble !== null);
    const [first] = bad;
    if (!first) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.libraries.not-loading.detail', { library: nameOfLibrary[first.name], path: first.path }),
      evidence: bad.map(({ path, trouble }) => seen(path, trouble ?? '')),
      fix: {
        by: 'guest',
        steps: [say('finding.libraries.not-loading.fix.1'), say('finding.libraries.fix.apply', { key: first.name })],
      },
      becauseOf: ['libraries.other-cuda'],
    });
  },
});
