import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import type { BuildLog } from '../../../probes/build-log.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import type { Nouveau } from '../../../probes/nouveau.ts';
import { say } from '../../../words/say.ts';
import { buildSays, type BuildMessage } from '../../build-log-lines.ts';
import { fromBuildLog, fromKernelLog, seen } from '../../evidence.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';

/** NVIDIA's newer wording names no driver: it counts where nothing says that nouveau is not there. */
function complaint(log: Fact<KernelLog>, nouveau: Fact<Nouveau>, gpus: readonly Gpu[]): KernelMessage | undefined {
  if (gpus.length > 0 && gpus.every(({ boundDriver }) => boundDriver === 'nvidia')) return undefined;
  const another = kernelSays(log, 'another-owns');
  return kernelSays(log, 'nouveau-owns') ?? (valueOf(nouveau)?.loaded === false ? undefined : another);
}

/** What an installer ran into may be over where the module can be looked for. */
const metByInstaller = (log: Fact<BuildLog>, nouveau: Fact<Nouveau>): BuildMessage | undefined =>
  nouveau.known ? undefined : buildSays(log, 'nouveau-in-use');

export const driverNouveauBound = defineRule({
  id: 'driver.nouveau-bound',
  needs: [],
  wants: ['buildLog', 'displays', 'kernelLog', 'nouveau', 'nvidiaSmi'],
  judge({ buildLog, ...facts }, { gpus }) {
    const bound = gpus.filter(({ boundDriver }) => boundDriver === 'nouveau');
    if (bound.length === 0 && answers(facts.nvidiaSmi)) return healthy;
    const owned = complaint(facts.kernelLog, facts.nouveau, gpus);
    const inTheWay = metByInstaller(buildLog, facts.nouveau);
    if (bound.length === 0 && owned === undefined && inTheWay === undefined) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.driver.nouveau-bound.detail', { address: [...bound, ...gpus][0]?.address ?? 'PCI' }),
      evidence: [
        ...bound.map((gpu) => seen('PCI', `${gpu.address ?? '?'} Kernel driver in use: nouveau`)),
        ...fromKernelLog(owned),
        ...fromBuildLog(inTheWay),
      ],
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.nouveau-bound.fix.1'),
          say('finding.driver.nouveau-bound.fix.2'),
          say('finding.fix.reboot'),
        ],
      },
      // Shut out already: it holds the card until the reboot that is due.
      becauseOf: valueOf(facts.nouveau)?.blacklistedBy == null ? [] : ['driver.reboot-pending'],
    });
  },
});
