import { say } from '../../../words/say.ts';
import { refusedWith } from '../../licence-state.ts';
import { defineRule } from '../../rule.ts';

export const licenseNoEntitlement = defineRule({
  id: 'license.no-entitlement',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi'],
  judge: (facts) =>
    refusedWith('no-entitlement', facts, ({ product }) => ({
      detail: say('finding.license.no-entitlement.detail', { product: product ?? '?' }),
      fix: {
        by: 'license-admin',
        steps: [
          say('finding.license.no-entitlement.fix.1', { product: product ?? '?' }),
          say('finding.license.no-entitlement.fix.2'),
          say('finding.fix.restart-gridd'),
        ],
      },
    })),
});
