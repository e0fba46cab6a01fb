import type { Judgement } from '../../../domain/finding.ts';
import type { WindowsDisplay } from '../../../probes/windows/display-records.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, seen } from '../../evidence.ts';
import { stageOf } from '../../init-failure.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, failureText } from '../../what-is-there.ts';
import { displayLines, windowsName, withProblem } from '../../windows-display.ts';

const CAUSES = [
  'driver.wrong-kind',
  'driver.host-guest-mismatch',
  'driver.open-module-required',
  'driver.open-module-unsupported',
  'driver.gpu-dropped-from-branch',
  'driver.branch-too-old-for-gpu',
  'pci.bar-unassigned',
  'gpu.fallen-off-bus',
  'driver.userspace-kernel-mismatch',
  'driver.nouveau-bound',
  'firmware.uefi-required',
] as const;

/** Device Manager: cannot start (10), install again (18, 19), disabled (22), driver cannot be loaded (31, 37, 38, 39). */
const NOT_STARTED = [10, 18, 19, 22, 31, 37, 38, 39] as const;
const DISABLED = 22;

/** By somebody, or by a policy: the driver has not been asked. */
const disabled = (display: WindowsDisplay): Judgement =>
  problem({
    severity: 'error',
    detail: say('finding.gpu.init-failed.detail.disabled', { gpu: windowsName(display) }),
    evidence: displayLines(display),
    fix: { by: 'guest', steps: [say('finding.gpu.init-failed.fix.enable')] },
  });

const onWindows = (stuck: WindowsDisplay): Judgement =>
  problem({
    severity: 'error',
    detail: say('finding.gpu.init-failed.detail.windows', { gpu: windowsName(stuck), code: stuck.problem ?? '?' }),
    evidence: displayLines(stuck),
    fix: {
      by: 'guest',
      steps: [
        say('finding.gpu.init-failed.fix.windows'),
        say('finding.windows.code-43.fix.log'),
        say('finding.windows.code-43.fix.host'),
      ],
    },
    becauseOf: CAUSES,
  });

/** The driver lets go of the card before it tries. Its advice to change BIOS settings is of a time before virtual machines. */
const withoutInterrupt = (message: KernelMessage): Judgement =>
  problem({
    severity: 'error',
    detail: say('finding.gpu.init-failed.detail.interrupt'),
    evidence: fromKernelLog(message),
    fix: {
      by: 'host-admin',
      steps: [say('finding.gpu.init-failed.fix.interrupt'), say('finding.gpu.init-failed.fix.interrupt.guest')],
    },
    becauseOf: ['gpu.fallen-off-bus'],
  });

export const gpuInitFailed = defineRule({
  id: 'gpu.init-failed',
  needs: [],
  wants: ['kernelLog', 'nvidiaSmi', 'windowsDisplays'],
  judge({ windowsDisplays, ...facts }) {
    const { kernelLog, nvidiaSmi } = facts;
    // An attempt that failed is outdated by a GPU that answers.
    if (answers(nvidiaSmi)) return healthy;
    const stuck = withProblem(windowsDisplays, ...NOT_STARTED);
    if (stuck !== undefined) return stuck.problem === DISABLED ? disabled(stuck) : onWindows(stuck);
    const alone = kernelSays(kernelLog, 'no-interrupt');
    if (alone !== undefined) return withoutInterrupt(alone);
    const failed = kernelSays(kernelLog, 'init-failed');
    const text = failureText(nvidiaSmi);
    const noDevices = /No devices were found/i.test(text);
    if (failed === undefined && !noDevices) return healthyIfKnown({ ...facts, windowsDisplays });
    const code = failed?.said['code'];
    return problem({
      severity: 'error',
      detail:
        code === undefined
          ? say('finding.gpu.init-failed.detail')
          : say('finding.gpu.init-failed.detail.code', {
              code,
              stage: say(`finding.gpu.init-failed.stage.${stageOf(code)}`),
            }),
      evidence: [...fromKernelLog(failed), ...(noDevices ? [seen('nvidia-smi', text)] : [])],
      fix: {
        by: 'guest',
        steps: [
          say('finding.gpu.init-failed.fix.1'),
          say('finding.gpu.init-failed.fix.2'),
          say('finding.gpu.init-failed.fix.3'),
        ],
      },
      becauseOf: CAUSES,
    });
  },
});
