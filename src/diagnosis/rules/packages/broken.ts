import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { PackageList } from '../../../probes/package-list.ts';
import type { PackageManager } from '../../../probes/package-manager.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

function signs(manager: Fact<PackageManager>, list: Fact<PackageList>): readonly Evidence[] {
  const interrupted = valueOf(manager)?.interrupted === true;
  const broken = (valueOf(list)?.packages ?? []).filter((one) => one.broken);
  return [
    ...(interrupted ? [seen('/var/lib/dpkg/updates', 'dpkg was interrupted')] : []),
    ...broken.slice(0, 5).map(({ name, version }) => seen('dpkg', `${name} ${version}`)),
  ];
}

export const packagesBroken = defineRule({
  id: 'packages.broken',
  needs: [],
  wants: ['buildLog', 'packageList', 'packageManager'],
  judge({ buildLog, packageList, packageManager }) {
    const looked = packageList.known && packageManager.known;
    const said = looked ? [] : fromBuildLog(buildSays(buildLog, 'packages-broken'));
    const evidence = [...signs(packageManager, packageList), ...said];
    if (evidence.length === 0) return healthyIfKnown({ packageList, packageManager });
    return problem({
      severity: 'error',
      detail: say('finding.packages.broken.detail'),
      evidence,
      fix: { by: 'guest', steps: [say('finding.packages.broken.fix.1'), say('finding.packages.broken.fix.2')] },
      // A package whose module cannot be built stays half configured.
      becauseOf: [
        'disk.full',
        'packages.locked',
        'kernel.headers-unavailable',
        'driver.dkms-compiler-mismatch',
        'driver.too-old-for-kernel',
        'driver.dkms-failed',
      ],
    });
  },
});
