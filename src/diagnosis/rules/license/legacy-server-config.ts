import { branchOf } from '../../../domain/version.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { driverVersion } from '../../what-is-there.ts';

/** From vGPU 15 (R525) on the guest speaks to the NVIDIA License System only (release notes 15.0). */
const TOKENS_ONLY_FROM = 525;

export const licenseLegacyServerConfig = defineRule({
  id: 'license.legacy-server-config',
  needs: ['griddConfig'],
  wants: ['installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts) {
    const { griddConfig, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    if (griddConfig.serverAddress === null) return healthy;
    const version = driverVersion(facts);
    const branch = version === undefined ? null : branchOf(version);
    if (branch === null || branch < TOKENS_ONLY_FROM)
      return healthyIfKnown({ installedDrivers, nvidiaModule, nvidiaSmi });
    const licensed = smiSaysLicensed(nvidiaSmi);
    return problem({
      severity: licensed ? 'warning' : 'error',
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
