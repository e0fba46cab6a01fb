import type { Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, fromKernelLog, moduleFileLine } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { fileForRunning, loadedModule, runningKernel } from '../../what-is-there.ts';

type Foreign = {
  readonly built: string | undefined;
  readonly wanted: string | undefined;
  readonly evidence: readonly Evidence[];
};

const NOT_SAID: Foreign = { built: undefined, wanted: undefined, evidence: [] };

/** The first word of vermagic is the release that the module was built for. */
const release = (magic: string | null | undefined): string | undefined => magic?.split(' ')[0];

/** RHEL and SUSE link a module of another build into it where the kernel's interface is the same; such a module loads. */
const isLinkedIn = (path: string): boolean => path.includes('/weak-updates/');

function foreignFile(module: Fact<NvidiaModule>, kernel: Fact<Kernel>): Foreign | undefined {
  const file = fileForRunning(module, kernel);
  const built = release(file?.vermagic);
  if (file === undefined || built === undefined || built === '' || isLinkedIn(file.path)) return undefined;
  if (built === file.kernel) return undefined;
  return { built, wanted: file.kernel, evidence: [moduleFileLine(file)] };
}

function refused(log: Fact<KernelLog>): Foreign | undefined {
  const message = kernelSays(log, 'wrong-magic') ?? kernelSays(log, 'wrong-symbols');
  if (message === undefined) return undefined;
  return {
    built: release(message.said['built']),
    wanted: release(message.said['wanted']),
    evidence: fromKernelLog(message),
  };
}

export const driverModuleWrongKernelAbi = defineRule({
  id: 'driver.module-wrong-kernel-abi',
  needs: [],
  wants: ['buildLog', 'kernel', 'kernelLog', 'nvidiaModule'],
  judge(facts) {
    const { buildLog, kernel, kernelLog, nvidiaModule } = facts;
    if (loadedModule(nvidiaModule) !== null) return healthy;
    const printed = fromBuildLog(buildSays(buildLog, 'wrong-format'));
    const foreign = foreignFile(nvidiaModule, kernel) ?? refused(kernelLog) ?? NOT_SAID;
    const evidence = [...foreign.evidence, ...printed];
    if (evidence.length === 0) return healthyIfKnown(facts);
    const running = foreign.wanted ?? runningKernel(kernel);
    return problem({
      severity: 'error',
      detail: say('finding.driver.module-wrong-kernel-abi.detail', { built: foreign.built ?? '?', running }),
      evidence,
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.module-wrong-kernel-abi.fix.1', { kernel: running === '?' ? '$(uname -r)' : running }),
          say('finding.driver.module-wrong-kernel-abi.fix.2'),
        ],
      },
      becauseOf: ['kernel.headers-unavailable', 'driver.dkms-failed'],
    });
  },
});
