import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { fileForRunning, loadedModule } from '../../what-is-there.ts';

/** "gcc-12" or "gcc-12 (Ubuntu 12.3.0-…) 12.3.0" or "gcc (Debian 12.2.0-14) 12.2.0" → "12" */
function majorOf(lines: readonly string[]): string | undefined {
  const match = /gcc-(?<named>\d+)|gcc[^\d]*(?<numbered>\d+)\.\d/.exec(lines.join('\n'));
  return match?.groups?.['named'] ?? match?.groups?.['numbered'];
}

export const driverDkmsCompilerMismatch = defineRule({
  id: 'driver.dkms-compiler-mismatch',
  needs: [],
  wants: ['buildLog', 'kernel', 'nvidiaModule'],
  judge(facts) {
    const { buildLog, kernel, nvidiaModule } = facts;
    // The kernel's build system only warns; it matters where no module came of it.
    if (loadedModule(nvidiaModule) || fileForRunning(nvidiaModule, kernel)) return healthy;
    const missing = buildSays(buildLog, 'compiler-missing');
    const differs = missing ?? buildSays(buildLog, 'compiler-differs');
    if (differs === undefined) return healthyIfKnown(facts);
    const evidence = [...fromBuildLog(differs), ...fromBuildLog(buildSays(buildLog, 'kernel-built-by'))];
    return problem({
      severity: 'error',
      detail:
        missing === undefined
          ? say('finding.driver.dkms-compiler-mismatch.detail')
          : say('finding.driver.dkms-compiler-mismatch.detail.missing', {
              compiler: missing.said['compiler'] ?? 'gcc',
            }),
      evidence,
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.dkms-compiler-mismatch.fix.1'),
          say('finding.driver.dkms-compiler-mismatch.fix.2', {
            major: majorOf(evidence.toReversed().map(({ text }) => text)) ?? 'N',
          }),
        ],
      },
    });
  },
});
