import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { BuildLog } from '../../../probes/build-log.ts';
import type { Dkms } from '../../../probes/dkms.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { fileForRunning, loadedModule } from '../../what-is-there.ts';

const isInstalled = ({ state }: Dkms[number]): boolean => state.startsWith('installed');

/** Registered with DKMS, and not installed for the running kernel. */
function unbuilt(dkms: Fact<Dkms>, kernel: Fact<Kernel>): readonly Evidence[] {
  const running = valueOf(kernel)?.running;
  if (running === undefined) return [];
  const mine = (valueOf(dkms) ?? []).filter(({ module }) => module.startsWith('nvidia'));
  const forRunning = mine.filter((one) => one.kernel === running || one.kernel === null);
  if (forRunning.some(isInstalled)) return [];
  return forRunning.map((one) =>
    seen('dkms status', `${one.module}/${one.version}, ${one.kernel ?? '-'}: ${one.state}`),
  );
}

const ID = 'finding.driver.dkms-failed';

/** A new kernel's headers have the driver built for that kernel, while the old one runs. */
function detailOf(buildLog: Fact<BuildLog>, kernel: Fact<Kernel>): Message {
  const name = buildSays(buildLog, 'built-for')?.said['kernel'] ?? valueOf(kernel)?.running;
  return name === undefined ? say(`${ID}.detail.unnamed`) : say(`${ID}.detail`, { kernel: name });
}

export const driverDkmsFailed = defineRule({
  id: 'driver.dkms-failed',
  needs: [],
  wants: ['buildLog', 'dkms', 'kernel', 'nvidiaModule'],
  judge(facts) {
    const { buildLog, dkms, kernel, nvidiaModule } = facts;
    if (fileForRunning(nvidiaModule, kernel) || loadedModule(nvidiaModule)) return healthy;
    const evidence = [...fromBuildLog(buildSays(buildLog, 'build-failed')), ...unbuilt(dkms, kernel)];
    if (evidence.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: detailOf(buildLog, kernel),
      evidence,
      fix: { by: 'guest', steps: [say('finding.driver.dkms-failed.fix.1'), say('finding.driver.dkms-failed.fix.2')] },
      becauseOf: [
        'disk.full',
        'kernel.headers-unavailable',
        'driver.dkms-compiler-mismatch',
        'driver.too-old-for-kernel',
      ],
    });
  },
});
