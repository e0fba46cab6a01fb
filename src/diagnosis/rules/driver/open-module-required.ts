import { supportOf } from '../../../catalog/branches.ts';
import { gpuById } from '../../../catalog/gpus.ts';
import type { Fact } from '../../../domain/fact.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import { branchOf } from '../../../domain/version.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, gpuLine, seen } from '../../evidence.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { modulesFor } from '../../module-support.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, moduleFlavour, onlyFlavour } from '../../what-is-there.ts';

const needsOpen = (device: string | undefined): device is string =>
  device !== undefined && gpuById(device)?.modules === 'open';

/** A card that only the open modules drive is turned away, and not because the branch is too old for it. */
function turnedAway(log: Fact<KernelLog>): KernelMessage | undefined {
  const said = kernelSays(log, 'needs-open');
  if (said) return said;
  const other = kernelSays(log, 'not-supported') ?? kernelSays(log, 'cut-off');
  const { device, driver } = other?.said ?? {};
  if (!needsOpen(device)) return undefined;
  const tooOld = driver !== undefined && supportOf(device, branchOf(driver) ?? 0, driver).supports === false;
  return tooOld ? undefined : other;
}

function nameOf(needing: readonly Gpu[], refused: KernelMessage | undefined): string {
  const device = refused?.said['device'] ?? '?';
  return needing[0]?.name ?? gpuById(device)?.name ?? `10de:${device}`;
}

export const driverOpenModuleRequired = defineRule({
  id: 'driver.open-module-required',
  needs: [],
  wants: ['displays', 'kernel', 'kernelLog', 'moduleFiles', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    if (answers(facts.nvidiaSmi)) return healthy;
    const flavour = moduleFlavour(facts.nvidiaModule, facts.kernel) ?? onlyFlavour(facts.moduleFiles);
    const needing = flavour === 'proprietary' ? gpus.filter((gpu) => modulesFor(gpu) === 'open') : [];
    const refused = turnedAway(facts.kernelLog);
    if (flavour === 'open' || (needing.length === 0 && refused === undefined)) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.driver.open-module-required.detail', { gpu: nameOf(needing, refused) }),
      evidence: [
        ...fromKernelLog(refused),
        ...fromKernelLog(kernelSays(facts.kernelLog, 'init-failed')),
        ...needing.map(gpuLine),
        ...(flavour === undefined ? [] : [seen('module', flavour)]),
      ],
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.open-module-required.fix.1'),
          say('finding.driver.open-module-required.fix.2'),
          say('finding.fix.plan-and-apply'),
        ],
      },
    });
  },
});
