import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Dkms } from '../../../probes/dkms.ts';
import { say } from '../../../words/say.ts';
import { installLine, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

type Found = { readonly version: string; readonly evidence: Evidence };

/** Two versions that DKMS has installed for one kernel: only one of them is loaded. */
function builtTwice(dkms: Fact<Dkms>): readonly Found[] {
  const mine = (valueOf(dkms) ?? []).filter(
    ({ module, state }) => module.startsWith('nvidia') && state === 'installed',
  );
  for (const { kernel, version } of mine) {
    const same = mine.filter((one) => one.kernel !== null && one.kernel === kernel);
    if (same.some((one) => one.version !== version))
      return same.map((one) => ({
        version: one.version,
        evidence: seen('dkms status', `${one.module}/${one.version}, ${one.kernel ?? '-'}: ${one.state}`),
      }));
  }
  return [];
}

export const driverMultipleInstalls = defineRule({
  id: 'driver.multiple-installs',
  needs: [],
  wants: ['dkms', 'installedDrivers'],
  judge({ dkms, installedDrivers }) {
    const installed = valueOf(installedDrivers) ?? [];
    const ways = new Set(installed.map(({ version, origin }) => `${origin} ${version}`));
    const found: readonly Found[] =
      ways.size < 2 ? builtTwice(dkms) : installed.map((one) => ({ version: one.version, evidence: installLine(one) }));
    if (found.length === 0) return healthyIfKnown({ dkms, installedDrivers });
    return problem({
      severity: 'error',
      detail: say('finding.driver.multiple-installs.detail', {
        first: found[0]?.version ?? '?',
        second: found.find(({ version }) => version !== found[0]?.version)?.version ?? found[1]?.version ?? '?',
      }),
      evidence: found.map(({ evidence }) => evidence),
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
