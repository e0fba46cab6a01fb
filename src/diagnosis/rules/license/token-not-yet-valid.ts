import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { tokenLine, troubled } from '../../token-trouble.ts';

export const licenseTokenNotYetValid = defineRule({
  id: 'license.token-not-yet-valid',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi', 'tokens'],
  judge(facts, { now }) {
    if (smiSaysLicensed(facts.nvidiaSmi)) return healthy;
    const files = griddReading(facts.griddLog).state === 'licensed' ? [] : troubled(facts.tokens, 'not-yet-valid');
    const [file] = files;
    if (file === undefined) return healthyIfKnown(facts);
    const { notBefore, issuedAt } = file.reading;
    return problem({
      severity: 'error',
      detail: say('finding.license.token-not-yet-valid.detail', { from: notBefore ?? issuedAt ?? '?', now }),
      evidence: [...files.map(tokenLine), seen('clock', now)],
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.clock-skew.fix.1'),
          say('finding.license.clock-skew.fix.2'),
          say('finding.fix.restart-gridd'),
        ],
      },
      becauseOf: ['license.clock-skew'],
    });
  },
});
