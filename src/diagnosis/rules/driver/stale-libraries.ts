import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import { driverVersion } from '../../what-is-there.ts';

export const driverStaleLibraries = defineRule({
  id: 'driver.stale-libraries',
  needs: ['driverLibraries', 'nvidiaModule'],
  wants: ['installedDrivers', 'nvidiaSmi'],
  judge({ driverLibraries, nvidiaModule, installedDrivers, nvidiaSmi }) {
    const module = { known: true, value: nvidiaModule } as const;
    const current = driverVersion({ nvidiaModule: module, nvidiaSmi, installedDrivers });
    const versions = new Set(driverLibraries.map(({ version }) => version));
    if (versions.size < 2) return healthy;
    if (current === undefined && nvidiaSmi.known && valueOf(installedDrivers)?.length === 0)
      return notApplicable('no driver');
    const stale = driverLibraries.filter(({ version }) => version !== (current ?? driverLibraries[0]?.version));
    const one = stale[0];
    if (one === undefined) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.driver.stale-libraries.detail', {
        version: one.version,
        current: current ?? driverLibraries[0]?.version ?? '?',
      }),
      evidence: stale.slice(0, 6).map(({ path }) => seen('libraries', path)),
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.stale-libraries.fix.1', { path: one.path }),
          say('finding.driver.stale-libraries.fix.2'),
          say('finding.fix.plan-and-apply'),
        ],
      },
      becauseOf: ['driver.multiple-installs', 'driver.userspace-kernel-mismatch'],
    });
  },
});
