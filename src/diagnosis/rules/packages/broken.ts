import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Os } from '../../../probes/os.ts';
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

/** Nothing was begun: what is wanted cannot be brought together. */
const UNMET =
  /unmet dependencies|held broken packages|nothing provides|providers can be installed|^\s*Problem|^\s*Error: Package:|未满足的依赖关系|満たせない依存関係/i;

type Own = Exclude<Os['packageManager'], 'none'>;

/** Whose words these are, where the system is not named. */
function managerOf(os: Fact<Os>, list: Fact<PackageList>, text: string): Own {
  const said = valueOf(os)?.packageManager ?? 'none';
  if (said !== 'none') return said;
  if (/needed by the to be installed|zypper/i.test(text)) return 'zypper';
  return valueOf(list)?.manager === 'rpm' ||
    /nothing provides|^\s*Problem|providers can be installed|Error: Package:/i.test(text)
    ? 'dnf'
    : 'apt';
}

export const packagesBroken = defineRule({
  id: 'packages.broken',
  needs: [],
  wants: ['buildLog', 'os', 'packageList', 'packageManager'],
  judge({ buildLog, os, packageList, packageManager }) {
    const looked = packageList.known && packageManager.known;
    const said = looked ? [] : fromBuildLog(buildSays(buildLog, 'packages-broken'));
    const evidence = [...signs(packageManager, packageList), ...said];
    if (evidence.length === 0) return healthyIfKnown({ packageList, packageManager });
    const text = said[0]?.text ?? '';
    const unmet = said.length === evidence.length && UNMET.test(text);
    return problem({
      severity: 'error',
      detail: unmet ? say('finding.packages.broken.detail.unmet') : say('finding.packages.broken.detail'),
      evidence,
      fix: {
        by: 'guest',
        steps: [
          ...(unmet ? [say('finding.packages.broken.fix.unmet')] : []),
          say(`finding.packages.broken.fix.${managerOf(os, packageList, text)}`),
        ],
      },
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
