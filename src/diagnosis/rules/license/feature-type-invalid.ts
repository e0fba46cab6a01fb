import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { GriddConfig } from '../../../probes/gridd-config.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, seen } from '../../evidence.ts';
import { cloudLicenses, griddReading, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';

/** "All other values reserved": NVIDIA's gridd.conf.template. */
const VALUES: readonly number[] = [0, 1, 2, 4];

function reservedValue(config: Fact<GriddConfig>): number | undefined {
  const value = valueOf(config)?.featureType ?? undefined;
  return value === undefined || VALUES.includes(value) ? undefined : value;
}

export const licenseFeatureTypeInvalid = defineRule({
  id: 'license.feature-type-invalid',
  needs: [],
  wants: ['cloud', 'griddConfig', 'griddLog', 'nvidiaSmi'],
  judge(facts) {
    const { cloud, griddConfig, griddLog, nvidiaSmi } = facts;
    if (smiSaysLicensed(nvidiaSmi)) return healthy;
    const { state, line } = griddReading(griddLog);
    const reserved = reservedValue(griddConfig);
    const said = state === 'feature-type-invalid' ? fromGriddLog(line) : [];
    if (reserved === undefined && said.length === 0) return healthyIfKnown({ griddConfig, griddLog, nvidiaSmi });
    return problem({
      severity: 'error',
      detail:
        reserved === undefined
          ? say('finding.license.feature-type-invalid.detail')
          : say('finding.license.feature-type-invalid.detail.value', { value: reserved }),
      evidence: [
        ...said,
        ...(reserved === undefined ? [] : [seen('/etc/nvidia/gridd.conf', `FeatureType=${reserved}`)]),
      ],
      fix: {
        by: 'guest',
        steps: [
          cloudLicenses(cloud)
            ? say('finding.license.feature-type-invalid.fix.cloud')
            : say('finding.license.feature-type-invalid.fix.1'),
          say('finding.fix.restart-gridd'),
        ],
      },
    });
  },
});
