import { valueOf } from '../../../domain/fact.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog } from '../../evidence.ts';
import { latestKernelMessages, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { displayLines, withProblem } from '../../windows-display.ts';

/** Windows: "This device cannot find enough free resources that it can use." */
const NO_RESOURCES = 12;

/** NVIDIA's own complaint is about its device; the kernel's may be about any: it counts for a GPU of ours. */
const isOurs = ({ kind, said }: KernelMessage, gpus: readonly Gpu[]): boolean =>
  kind === 'bar-invalid' || (kind === 'bar-unassigned' && gpus.some(({ address }) => address === said['address']));

export const pciBarUnassigned = defineRule({
  id: 'pci.bar-unassigned',
  needs: [],
  wants: ['displays', 'kernelLog', 'nvidiaSmi', 'windowsDisplays'],
  judge({ windowsDisplays, ...facts }, { gpus }) {
    // The kernel tries again after its first failure; a GPU that answers has its memory.
    if (answers(facts.nvidiaSmi)) return healthy;
    const messages = latestKernelMessages(valueOf(facts.kernelLog) ?? []).filter((one) => isOurs(one, gpus));
    const last = messages.at(-1);
    const short = withProblem(windowsDisplays, NO_RESOURCES);
    if (last === undefined && short === undefined) return healthyIfKnown({ ...facts, windowsDisplays });
    return problem({
      severity: 'error',
      detail: say('finding.pci.bar-unassigned.detail', {
        bar: last?.said['bar'] ?? '?',
        address: last?.said['address'] ?? 'PCI',
      }),
      evidence: [...messages.slice(-3).flatMap(fromKernelLog), ...(short ? displayLines(short) : [])],
      fix: {
        by: 'host-admin',
        steps: [
          say('finding.pci.bar-unassigned.fix.1'),
          say('finding.pci.bar-unassigned.fix.2'),
          say('finding.pci.bar-unassigned.fix.3'),
        ],
      },
    });
  },
});
