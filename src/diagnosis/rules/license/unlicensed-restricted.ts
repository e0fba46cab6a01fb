import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { licenceLines } from '../../evidence.ts';
import { CAUSES_OF_NO_LICENCE } from '../../licence-causes.ts';
import { licencesOf } from '../../licence-state.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

export const licenseUnlicensedRestricted = defineRule({
  id: 'license.unlicensed-restricted',
  needs: [],
  wants: ['nvidiaSmi'],
  judge(facts) {
    const restricted = licencesOf(facts.nvidiaSmi).some(({ state }) => state === 'unlicensed-restricted');
    if (!restricted) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.license.unlicensed-restricted.detail'),
      evidence: licenceLines(valueOf(facts.nvidiaSmi)),
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.unlicensed.fix.1'),
          say('finding.fix.restart-gridd'),
          say('finding.license.unlicensed-restricted.fix.1'),
        ],
      },
      becauseOf: CAUSES_OF_NO_LICENCE,
    });
  },
});
