import { say } from '../../../words/say.ts';
import { installLine } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

export const driverMultipleInstalls = defineRule({
  id: 'driver.multiple-installs',
  needs: ['installedDrivers'],
  judge({ installedDrivers }) {
    const ways = new Set(installedDrivers.map(({ version, origin }) => `${origin} ${version}`));
    if (ways.size < 2) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.driver.multiple-installs.detail', {
        first: installedDrivers[0]?.version ?? '?',
        second: installedDrivers[1]?.version ?? '?',
      }),
      evidence: installedDrivers.map(installLine),
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.multiple-installs.fix.1'),
          say('finding.driver.multiple-installs.fix.2'),
          say('finding.fix.plan-and-apply'),
        ],
      },
      becauseOf: ['cuda.package-replaces-driver'],
    });
  },
});
