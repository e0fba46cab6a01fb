import { say } from '../../../words/say.ts';
import { refusedWith } from '../../licence-state.ts';
import { defineRule } from '../../rule.ts';

export const licenseServerCertificate = defineRule({
  id: 'license.server-certificate',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi'],
  judge: (facts) =>
    refusedWith('server-certificate', facts, () => ({
      detail: say('finding.license.server-certificate.detail'),
      fix: {
        by: 'license-admin',
        steps: [
          say('finding.license.server-certificate.fix.1'),
          say('finding.license.server-certificate.fix.2'),
          say('finding.fix.restart-gridd'),
        ],
      },
      becauseOf: ['license.clock-skew'],
    })),
});
