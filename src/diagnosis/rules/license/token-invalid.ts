import { say } from '../../../words/say.ts';
import { fromGriddLog } from '../../evidence.ts';
import { griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { tokenLine, troubled } from '../../token-trouble.ts';

export const licenseTokenInvalid = defineRule({
  id: 'license.token-invalid',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi', 'tokens'],
  judge(facts) {
    if (smiSaysLicensed(facts.nvidiaSmi)) return healthy;
    const { state, line } = griddReading(facts.griddLog);
    const said = state === 'token-invalid' ? fromGriddLog(line) : [];
    const files = state === 'licensed' ? [] : troubled(facts.tokens, 'not-a-token', 'altered', 'truncated', 'html');
    if (said.length === 0 && files.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.license.token-invalid.detail'),
      evidence: [...said, ...files.map(tokenLine)],
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.token-invalid.fix.1'),
          say('finding.license.token-invalid.fix.2'),
          say('finding.license.token.fix.install'),
          say('finding.fix.restart-gridd'),
        ],
      },
    });
  },
});
