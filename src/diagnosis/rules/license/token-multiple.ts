import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

export const licenseTokenMultiple = defineRule({
  id: 'license.token-multiple',
  needs: ['tokens'],
  judge({ tokens: { folder, files } }) {
    if (files.length < 2) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.license.token-multiple.detail', { count: files.length, folder }),
      evidence: files.map(({ path, reading }) => seen('ls', `${path} (${reading.trouble})`)),
      fix: { by: 'guest', steps: [say('finding.license.token-multiple.fix.1'), say('finding.fix.restart-gridd')] },
    });
  },
});
