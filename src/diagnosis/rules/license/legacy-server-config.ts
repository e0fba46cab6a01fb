import { branchOf } from '../../../domain/version.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { driverVersion } from '../../what-is-there.ts';

/** From vGPU 15 (R525) on the guest speaks to the NVIDIA License System only (release notes 15.0). */
const TOKENS_ONLY_FROM = 525;

/** A server that takes tokens has answered: what stands in gridd.conf besides is not in its way. */
const ANSWERED: readonly string[] = ['server-certificate', 'no-entitlement', 'clock-skew'];

export const licenseLegacyServerConfig = defineRule({
  id: 'license.legacy-server-config',
  needs: ['griddConfig'],
  wants: ['griddLog', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts) {
    const { griddConfig, griddLog, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    if (griddConfig.serverAddress === null) return healthy;
    const version = driverVersion(facts);
    const branch = version === undefined ? null : branchOf(version);
    if (branch === null || branch < TOKENS_ONLY_FROM)
      return healthyIfKnown({ installedDrivers, nvidiaModule, nvidiaSmi });
    const harmless = smiSaysLicensed(nvidiaSmi) || ANSWERED.includes(griddReading(griddLog).state);
    return problem({
      severity: harmless ? 'warning' : 'error',
      detail: say('finding.license.legacy-server-config.detail', { version: version ?? '?' }),
      evidence: [
        seen('/etc/nvidia/gridd.conf', `ServerAddress=${griddConfig.serverAddress}`),
        seen('driver', version ?? '?'),
      ],
      fix: {
        by: 'guest',
        steps: [
          say('finding.license.legacy-server-config.fix.1'),
          say('finding.license.token-missing.fix.1'),
          say('finding.license.token.fix.install'),
          say('finding.fix.restart-gridd'),
        ],
      },
    });
  },
});
