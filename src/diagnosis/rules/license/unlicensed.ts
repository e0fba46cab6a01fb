import type { Evidence } from '../../../domain/finding.ts';
import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, licenceLines } from '../../evidence.ts';
import { CAUSES_OF_NO_LICENCE } from '../../licence-causes.ts';
import {
  cloudLicenses,
  griddReading,
  type LicenceFacts,
  licencesOf,
  smiSaysLicensed,
  wholeCardsOnly,
} from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

const WITHOUT: readonly string[] = ['unlicensed', 'unlicensed-unrestricted'];
const SAID: readonly string[] = ['refused', 'unlicensed', 'not-licensable'];

/** What says that there is no licence: nvidia-smi, or where it is silent the licence client. */
function shown(facts: LicenceFacts): readonly Evidence[] {
  const licences = licencesOf(facts.nvidiaSmi);
  if (licences.some(({ state }) => WITHOUT.includes(state))) return licenceLines(valueOf(facts.nvidiaSmi));
  const { state, line } = griddReading(facts.griddLog);
  return licences.length === 0 && SAID.includes(state) ? fromGriddLog(line) : [];
}

export const licenseUnlicensed = defineRule({
  id: 'license.unlicensed',
  needs: [],
  wants: ['cloud', 'griddConfig', 'griddLog', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    const { cloud, griddConfig, griddLog, nvidiaSmi } = facts;
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    if (griddConfig.known && nvidiaSmi.known && wholeCardsOnly(gpus, nvidiaSmi, griddConfig))
      return notApplicable('needs no licence');
    const evidence = shown(facts);
    if (evidence.length === 0) return healthyIfKnown({ griddConfig, griddLog, nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.license.unlicensed.detail'),
      evidence,
      fix: {
        by: 'guest',
        steps: cloudLicenses(cloud)
          ? [say('finding.license.unlicensed.fix.cloud'), say('finding.fix.restart-gridd')]
          : [say('finding.license.unlicensed.fix.1'), say('finding.fix.restart-gridd')],
      },
      becauseOf: CAUSES_OF_NO_LICENCE,
    });
  },
});
