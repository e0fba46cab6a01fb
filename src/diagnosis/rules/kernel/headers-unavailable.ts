import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { Repository } from '../../../probes/repository.ts';
import { say } from '../../../words/say.ts';
import { buildSays, type BuildMessage } from '../../build-log-lines.ts';
import { fromBuildLog, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { fileForRunning, loadedModule, runningKernel } from '../../what-is-there.ts';

/** The repositories' index was read, is not empty, and has no headers for the kernel that runs. */
function notOffered(kernel: Fact<Kernel>, repository: Fact<Repository>): readonly Evidence[] {
  const offered = valueOf(repository);
  const running = runningKernel(kernel);
  if (offered === undefined || offered.indexEmpty || offered.headers[running] !== null) return [];
  return [seen(`${offered.manager} index`, `no headers for ${running}`)];
}

const hasHeaders = (kernel: Fact<Kernel>): boolean =>
  kernel.known && kernel.value.withHeaders.includes(kernel.value.running);

function nameOf(kernel: Fact<Kernel>, message: BuildMessage | undefined): string {
  const { kernel: named, skipped, package: suffix } = message?.said ?? {};
  return skipped ?? valueOf(kernel)?.running ?? named ?? suffix ?? '?';
}

/** DKMS and the installer look on the disk; only a package manager knows what the repositories have. */
const isOffDisk = ({ line }: BuildMessage): boolean =>
  /cannot be found|was skipped since|Unable to find the kernel source tree/.test(line.text);

const ID = 'finding.kernel.headers-unavailable';

function detailOf(kernel: Fact<Kernel>, message: BuildMessage | undefined, gone: readonly Evidence[]): Message {
  const offDisk = gone.length === 0 && message !== undefined && isOffDisk(message);
  const holes = { kernel: nameOf(kernel, message) };
  return offDisk ? say(`${ID}.detail.not-installed`, holes) : say(`${ID}.detail`, holes);
}

export const kernelHeadersUnavailable = defineRule({
  id: 'kernel.headers-unavailable',
  needs: [],
  wants: ['buildLog', 'displays', 'kernel', 'nvidiaModule', 'repository'],
  judge(facts, { gpus }) {
    const { buildLog, displays, kernel, nvidiaModule, repository } = facts;
    // Nothing has to be built where a module is there, and nothing is missing where the headers are.
    if (hasHeaders(kernel) || loadedModule(nvidiaModule) || fileForRunning(nvidiaModule, kernel)) return healthy;
    const message = buildSays(buildLog, 'headers-missing');
    const gone = notOffered(kernel, repository);
    const evidence = [...fromBuildLog(message), ...gone];
    if (message === undefined && displays.known && gpus.length === 0)
      return buildLog.known ? notApplicable('no GPU needs a module here') : healthyIfKnown({ buildLog });
    if (evidence.length === 0) return healthyIfKnown({ buildLog, kernel, repository });
    return problem({
      severity: 'error',
      detail: detailOf(kernel, message, gone),
      evidence,
      fix: {
        by: 'guest',
        steps: [
          say(`${ID}.fix.1`),
          say(`${ID}.fix.2`),
          say(`${ID}.fix.3`),
        ],
      },
      // "Unable to locate package" is also said of what an index that never came would name.
      becauseOf: ['packages.unreachable', 'packages.key'],
    });
  },
});
