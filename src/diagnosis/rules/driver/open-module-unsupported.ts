import { gpuById } from '../../../catalog/gpus.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import type { Message } from '../../../domain/message.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, gpuLine, seen } from '../../evidence.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { modulesFor } from '../../module-support.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, moduleFlavour } from '../../what-is-there.ts';

/**
 * The message says "no GSP". It is also printed for a card that has one, where the guest cannot reach it: seen with an H100 and an
 * unsuitable guest kernel (open-gpu-kernel-modules issue 587).
 */
function hasGsp(refused: KernelMessage | undefined, gpus: readonly Gpu[]): boolean {
  const device = refused?.said['device'];
  if (device === undefined) return false;
  const here = gpus.find(({ deviceId }) => deviceId === device);
  const modules = here ? modulesFor(here) : gpuById(device)?.modules;
  return modules === 'both' || modules === 'open';
}

function nameOf(without: readonly Gpu[], refused: KernelMessage | undefined): string {
  return without[0]?.name ?? `10de:${refused?.said['device'] ?? '?'}`;
}

function words(gpu: string, strange: boolean): { readonly detail: Message; readonly steps: readonly Message[] } {
  if (strange) {
    return {
      detail: say('finding.driver.open-module-unsupported.detail.gsp', { gpu }),
      steps: [say('finding.driver.open-module-unsupported.fix.gsp')],
    };
  }
  return {
    detail: say('finding.driver.open-module-unsupported.detail', { gpu }),
    steps: [say('finding.driver.open-module-unsupported.fix.1'), say('finding.fix.plan-and-apply')],
  };
}

export const driverOpenModuleUnsupported = defineRule({
  id: 'driver.open-module-unsupported',
  needs: [],
  wants: ['displays', 'kernel', 'kernelLog', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    if (answers(facts.nvidiaSmi)) return healthy;
    const flavour = moduleFlavour(facts.nvidiaModule, facts.kernel);
    const without = flavour === 'open' ? gpus.filter((gpu) => modulesFor(gpu) === 'proprietary') : [];
    const refused = kernelSays(facts.kernelLog, 'open-unsupported');
    if (flavour === 'proprietary' || (without.length === 0 && refused === undefined)) return healthyIfKnown(facts);
    const gpu = nameOf(without, refused);
    const { detail, steps } = words(gpu, without.length === 0 && hasGsp(refused, gpus));
    return problem({
      severity: 'error',
      detail,
      evidence: [...fromKernelLog(refused), ...without.map(gpuLine), seen('module', flavour ?? '?')],
      fix: { by: 'guest', steps },
    });
  },
});
