import { say } from '../../../words/say.ts';
import { fromKernelLog, seen } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';
import { failureText } from '../../what-is-there.ts';

export const gpuFallenOffBus = defineRule({
  id: 'gpu.fallen-off-bus',
  needs: [],
  wants: ['kernelLog', 'nvidiaSmi'],
  judge(facts) {
    const message = kernelSays(facts.kernelLog, 'fallen-off-bus');
    const text = failureText(facts.nvidiaSmi);
    const lost = /GPU is lost|Unable to determine the device handle.*(?:Unknown Error|lost)/i.test(text);
    if (message === undefined && !lost) return healthyIfKnown(facts);
    const { address, xidAddress, probed } = message?.said ?? {};
    const where = address ?? probed ?? xidAddress ?? 'PCI';
    return problem({
      severity: 'error',
      detail: say('finding.gpu.fallen-off-bus.detail', { address: where }),
      evidence: [...fromKernelLog(message), ...(lost ? [seen('nvidia-smi', text)] : [])],
      fix: {
        by: 'host-admin',
        steps: [say('finding.gpu.fallen-off-bus.fix.1'), say('finding.gpu.fallen-off-bus.fix.2', { address: where })],
      },
    });
  },
});
