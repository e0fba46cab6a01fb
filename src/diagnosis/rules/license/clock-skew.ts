import { say } from '../../../words/say.ts';
import { refusedWith } from '../../licence-state.ts';
import { defineRule } from '../../rule.ts';

export const licenseClockSkew = defineRule({
  id: 'license.clock-skew',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi'],
  judge: (facts) =>
    refusedWith('clock-skew', facts, () => ({
      detail: say('finding.license.clock-skew.detail'),
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.clock-skew.fix.1'),
          say('finding.license.clock-skew.fix.2'),
          say('finding.fix.restart-gridd'),
          say('finding.license.clock-skew.fix.3'),
        ],
      },
    })),
});
