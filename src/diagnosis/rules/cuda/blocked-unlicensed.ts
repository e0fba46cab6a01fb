import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { GriddLog } from '../../../probes/gridd-log.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, licenceLines } from '../../evidence.ts';
import { griddReading, licencesOf, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

/** "…will be restricted" is yet to come; these are now. */
const NOW = /(?:are|have been) restricted|will be fully degraded/i;

function restrictedNow(log: Fact<GriddLog>): string | null {
  const { state, line } = griddReading(log);
  return state === 'unlicensed' && line !== null && NOW.test(line) ? line : null;
}

export const cudaBlockedUnlicensed = defineRule({
  id: 'cuda.blocked-unlicensed',
  needs: [],
  wants: ['griddLog', 'nvidiaSmi'],
  judge(facts) {
    const { griddLog, nvidiaSmi } = facts;
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    const restricted = licencesOf(nvidiaSmi).some(({ state }) => state === 'unlicensed-restricted');
    const evidence = [
      ...(restricted ? licenceLines(valueOf(nvidiaSmi)) : []),
      ...fromGriddLog(restrictedNow(griddLog)),
    ];
    if (evidence.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.cuda.blocked-unlicensed.detail'),
      evidence,
      fix: {
        by: 'guest',
        steps: [say('finding.license.unlicensed.fix.1'), say('finding.license.unlicensed-restricted.fix.1')],
      },
      becauseOf: ['license.unlicensed-restricted', 'license.unlicensed', 'license.token-missing'],
    });
  },
});
