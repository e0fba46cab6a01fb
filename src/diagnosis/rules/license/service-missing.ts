import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { isLicensed, missesLicence, needsLicence } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { loadedModule } from '../../what-is-there.ts';

export const licenseServiceMissing = defineRule({
  id: 'license.service-missing',
  needs: ['griddService'],
  wants: ['griddConfig', 'griddLog', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    const { griddService, griddConfig, griddLog, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    if (griddService.unit === 'installed') return healthy;
    if (isLicensed({ griddLog, nvidiaSmi })) return healthyIfKnown({ nvidiaSmi });
    const installed = valueOf(installedDrivers);
    const none = installed?.length === 0 && nvidiaModule.known && loadedModule(nvidiaModule) === null;
    if (none) return notApplicable('no driver');
    if (!needsLicence(gpus, nvidiaSmi, griddConfig) && !missesLicence(nvidiaSmi)) return healthyIfKnown({ griddConfig, nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.license.service-missing.detail'),
      evidence: [
        seen(
          'systemctl status nvidia-gridd',
          griddService.name === 'nvidia-gridd' ? 'Unit nvidia-gridd.service could not be found.' : 'FAILED 1060',
        ),
        ...gpus.map(gpuLine),
      ],
      fix: {
        by: 'guest',
        steps: [say('finding.license.service-missing.fix.1'), say('finding.license.service-missing.fix.2')],
      },
      becauseOf: ['driver.wrong-kind', 'cuda.package-replaces-driver'],
    });
  },
});
