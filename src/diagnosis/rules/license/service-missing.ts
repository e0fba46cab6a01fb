import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import type { WindowsDisplays } from '../../../probes/windows-displays.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { isLicensed, missesLicence, needsLicence } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { loadedModule } from '../../what-is-there.ts';
import { nvidiaDisplays } from '../../windows-display.ts';

type LinuxDriver = { readonly installedDrivers: Fact<InstalledDrivers>; readonly nvidiaModule: Fact<NvidiaModule> };

const hasNoneOnLinux = ({ installedDrivers, nvidiaModule }: LinuxDriver): boolean =>
  valueOf(installedDrivers)?.length === 0 && nvidiaModule.known && loadedModule(nvidiaModule) === null;

/** Code 28 of Device Manager: no driver is installed for the device (Microsoft Learn). */
const hasNoneOnWindows = (fact: Fact<WindowsDisplays>): boolean => {
  const displays = nvidiaDisplays(fact);
  return displays.length > 0 && displays.every(({ problem }) => problem === 28);
};

export const licenseServiceMissing = defineRule({
  id: 'license.service-missing',
  needs: ['griddService'],
  wants: ['griddConfig', 'griddLog', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi', 'windowsDisplays'],
  judge(facts, { gpus }) {
    const { griddService, griddConfig, griddLog, nvidiaSmi } = facts;
    if (griddService.unit === 'installed') return healthy;
    if (isLicensed({ griddLog, nvidiaSmi })) return healthyIfKnown({ nvidiaSmi });
    if (hasNoneOnLinux(facts) || hasNoneOnWindows(facts.windowsDisplays)) return notApplicable('no driver');
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
