import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { cloudLicenses, missesLicence, needsLicence, smiSaysLicensed } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

export const licenseServiceFailed = defineRule({
  id: 'license.service-failed',
  needs: ['griddService'],
  wants: ['cloud', 'griddConfig', 'nvidiaSmi'],
  judge({ griddService, cloud, griddConfig, nvidiaSmi }, { gpus }) {
    const { name, unit, active, state } = griddService;
    if (unit === 'absent') return notApplicable('no such service');
    if (active) return healthy;
    const licensed = smiSaysLicensed(nvidiaSmi);
    if (licensed && cloudLicenses(cloud)) return healthy;
    const failed = state.includes('failed');
    if (!failed && !needsLicence(gpus, nvidiaSmi, griddConfig) && !missesLicence(nvidiaSmi))
      return healthyIfKnown({ griddConfig, nvidiaSmi });
    return problem({
      // A licence that was granted is good until it ends; nobody renews it.
      severity: licensed ? 'warning' : 'error',
      detail: say('finding.license.service-failed.detail', { state }),
      evidence: [seen('systemctl status nvidia-gridd', `${name === 'nvidia-gridd' ? 'nvidia-gridd.service' : name}: ${state}`)],
      fix: {
        by: 'guest',
        steps: [say('finding.license.service-failed.fix.1'), say('finding.license.service-failed.fix.2')],
      },
      becauseOf: [
        'license.token-invalid',
        'license.token-missing',
        'license.token-expired',
        'license.feature-type-invalid',
        'driver.wrong-kind',
        'driver.not-loaded',
        'driver.userspace-kernel-mismatch',
        'gpu.init-failed',
      ],
    });
  },
});
