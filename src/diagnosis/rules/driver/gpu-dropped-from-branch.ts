import type { Gpu } from '../../../domain/gpu.ts';
import type { Judgement } from '../../../domain/finding.ts';
import { say } from '../../../words/say.ts';
import { misfit } from '../../branch-and-gpu.ts';
import { fromKernelLog } from '../../evidence.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, driverVersion } from '../../what-is-there.ts';

type Dropped = { readonly gpu: string; readonly driver: string; readonly last: string | number };

/** "The NVIDIA GeForce GT 710 GPU installed in this system is supported through the NVIDIA 470.xx Legacy drivers." */
function fromLog(legacy: KernelMessage | undefined, driver = '?'): Dropped | undefined {
  const { branch, name = 'NVIDIA' } = legacy?.said ?? {};
  return branch === undefined ? undefined : { gpu: name, driver, last: branch };
}

/** Newer than any: which branch was the last for a card. */
const ANY_LATER = '99999';

/** "ignoring the legacy GPU 0000:02:01.0": the driver says neither its version nor the card's last branch. */
function onlyIgnored(message: KernelMessage, gpus: readonly Gpu[]): Judgement {
  const address = message.said['address'] ?? 'PCI';
  const listed = misfit(
    ['dropped'],
    gpus.filter((gpu) => gpu.address === address),
    ANY_LATER,
    undefined,
  );
  const id = 'finding.driver.gpu-dropped-from-branch';
  return problem({
    severity: 'error',
    detail:
      listed === undefined
        ? say(`${id}.detail.ignored`, { address })
        : say(`${id}.detail.ignored.last`, { gpu: listed.gpu, last: listed.because.last }),
    evidence: fromKernelLog(message),
    fix: {
      by: 'guest',
      steps: [
        listed === undefined ? say(`${id}.fix.find`) : say(`${id}.fix.1`, { last: listed.because.last }),
        say(`${id}.fix.2`),
        say('finding.fix.plan-and-apply'),
      ],
    },
    becauseOf: ['driver.wrong-kind'],
  });
}

export const driverGpuDroppedFromBranch = defineRule({
  id: 'driver.gpu-dropped-from-branch',
  needs: [],
  wants: ['displays', 'installedDrivers', 'kernelLog', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    if (answers(facts.nvidiaSmi)) return healthy;
    const legacy = kernelSays(facts.kernelLog, 'legacy-branch');
    const driver = driverVersion(facts);
    const listed = misfit(['dropped'], gpus, driver, kernelSays(facts.kernelLog, 'not-supported'));
    const dropped = listed ? { ...listed, last: listed.because.last } : fromLog(legacy, driver);
    const ignored = kernelSays(facts.kernelLog, 'legacy-ignored');
    if (dropped === undefined) return ignored === undefined ? healthyIfKnown(facts) : onlyIgnored(ignored, gpus);
    const { gpu, last } = dropped;
    return problem({
      severity: 'error',
      detail: say('finding.driver.gpu-dropped-from-branch.detail', { gpu, driver: dropped.driver, last }),
      evidence: [...fromKernelLog(legacy ?? ignored), ...(listed?.evidence ?? [])],
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.gpu-dropped-from-branch.fix.1', { last }),
          say('finding.driver.gpu-dropped-from-branch.fix.2'),
          say('finding.fix.plan-and-apply'),
        ],
      },
      becauseOf: ['driver.wrong-kind'],
    });
  },
});
