import { say } from '../../../words/say.ts';
import { fromGriddLog } from '../../evidence.ts';
import { griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { tokenLine, troubled } from '../../token-trouble.ts';

export const licenseTokenExpired = defineRule({
  id: 'license.token-expired',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi', 'tokens'],
  judge(facts) {
    if (smiSaysLicensed(facts.nvidiaSmi)) return healthy;
    const { state, line } = griddReading(facts.griddLog);
    const said = state === 'token-expired' ? fromGriddLog(line) : [];
    const files = state === 'licensed' ? [] : troubled(facts.tokens, 'expired');
    if (said.length === 0 && files.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.license.token-expired.detail', { until: files[0]?.reading.expiresAt ?? '?' }),
      evidence: [...said, ...files.map(tokenLine)],
      fix: {
        by: 'license-admin',
        steps: [
          say('finding.license.token-expired.fix.1'),
          say('finding.license.token.fix.install'),
          say('finding.fix.restart-gridd'),
        ],
      },
      becauseOf: ['license.clock-skew'],
    });
  },
});
