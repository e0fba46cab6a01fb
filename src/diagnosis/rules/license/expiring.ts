import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { GriddLog } from '../../../probes/gridd-log.ts';
import { say } from '../../../words/say.ts';
import { licenceLines } from '../../evidence.ts';
import { licencesOf } from '../../licence-state.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

const HOUR = 3_600_000;
/** `LicenseInterval` is a day where gridd.conf does not say otherwise. */
const DEFAULT_LEASE = 24 * HOUR;

/** From the time of the last grant to its end. */
function leaseMs(log: Fact<GriddLog>, endMs: number): number {
  const granted = (valueOf(log) ?? []).findLast(({ text }) => /License (acquired|renewed) successfully/i.test(text));
  const lease = endMs - Date.parse(granted?.time ?? '');
  return lease > 0 ? lease : DEFAULT_LEASE;
}

export const licenseExpiring = defineRule({
  id: 'license.expiring',
  needs: ['nvidiaSmi'],
  wants: ['griddLog'],
  judge({ nvidiaSmi, griddLog }, { now, origin }) {
    // In a recorded source the clock of the reader says nothing.
    if (origin === 'recorded') return notApplicable('asked on a live guest only');
    const smi = { known: true, value: nvidiaSmi } as const;
    const ends = licencesOf(smi)
      .filter(({ state }) => state === 'licensed')
      .map(({ expiry }) => Date.parse(expiry ?? ''))
      .filter((end) => !Number.isNaN(end));
    const left = Math.min(...ends) - Date.parse(now);
    if (ends.length === 0 || Number.isNaN(left) || left >= leaseMs(griddLog, Math.min(...ends)) / 10) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.license.expiring.detail', {
        minutes: Math.max(0, Math.round(left / 60_000)),
        end: new Date(Math.min(...ends)).toISOString(),
      }),
      evidence: licenceLines(nvidiaSmi),
      fix: { by: 'guest', steps: [say('finding.fix.restart-gridd'), say('finding.license.expiring.fix.1')] },
      becauseOf: ['license.server-unreachable', 'license.service-failed', 'license.clock-skew'],
    });
  },
});
