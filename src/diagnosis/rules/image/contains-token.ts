import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const imageContainsToken = defineRule({
  id: 'image.contains-token',
  needs: ['image', 'tokens'],
  judge({ image, tokens: { files } }) {
    if (image === 'guest') return notApplicable('nothing is cloned of it');
    const [first] = files;
    if (first === undefined) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.image.contains-token.detail', { path: first.path }),
      evidence: files.map(({ path }) => seen('token folder', path)),
      fix: {
        by: 'guest',
        steps: [
          say('finding.image.contains-token.fix.1', { path: first.path }),
          say('finding.image.contains-token.fix.2'),
        ],
      },
    });
  },
});
