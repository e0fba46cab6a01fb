import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { GriddConfig } from '../../../probes/gridd-config.ts';
import type { GriddLog } from '../../../probes/gridd-log.ts';
import { say } from '../../../words/say.ts';
import { fromGriddLog, seen } from '../../evidence.ts';
import { isLicensed } from '../../licence-state.ts';
import { defineRule, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

function absent(config: Fact<GriddConfig>, log: Fact<GriddLog>): readonly Evidence[] {
  if (config.known)
    // In a registry there is no file to be missed.
    return config.value.text === null && config.value.keys === undefined ? [seen('/etc/nvidia/gridd.conf', 'No such file or directory')] : [];
  const line = (valueOf(log) ?? []).find(({ text }) => /Failed to open file \/etc\/nvidia\/gridd\.conf/i.test(text));
  return fromGriddLog(line?.text);
}

export const licenseConfigAbsent = defineRule({
  id: 'license.config-absent',
  needs: [],
  wants: ['griddConfig', 'griddLog', 'nvidiaSmi'],
  judge(facts) {
    if (!isLicensed(facts)) {
      const asked = facts.nvidiaSmi.known && facts.griddLog.known;
      return asked ? notApplicable('not licensed') : healthyIfKnown(facts);
    }
    const evidence = absent(facts.griddConfig, facts.griddLog);
    if (evidence.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'info',
      detail: say('finding.license.config-absent.detail'),
      evidence,
      fix: { by: 'guest', steps: [say('finding.license.config-absent.fix.1')] },
    });
  },
});
