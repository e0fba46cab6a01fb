import { valueOf } from '../../../domain/fact.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import type { Message } from '../../../domain/message.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import type { WindowsDisplay } from '../../../probes/windows/display-records.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog } from '../../evidence.ts';
import { latestKernelMessages, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { displayLines, windowsName, withProblem } from '../../windows-display.ts';

/** Windows: "This device cannot find enough free resources that it can use." */
const NO_RESOURCES = 12;

/** NVIDIA's own complaint is about its device; the kernel's may be about any: it counts for a GPU of ours, and for what NVIDIA's driver speaks of. */
function isOurs({ kind, said }: KernelMessage, gpus: readonly Gpu[], log: KernelLog): boolean {
  if (kind !== 'bar-unassigned') return kind === 'bar-invalid';
  const place = said['address'] ?? '?';
  return (
    gpus.some(({ address }) => address === place) ||
    log.some((line) => /NVRM|\bnvidia\b/.test(line) && line.includes(place))
  );
}

function detailOf(first: KernelMessage | undefined, short: WindowsDisplay | undefined): Message {
  if (first === undefined && short !== undefined)
    return say('finding.pci.bar-unassigned.detail.windows', { gpu: windowsName(short) });
  return say('finding.pci.bar-unassigned.detail', {
    bar: first?.said['bar'] ?? '?',
    address: first?.said['address'] ?? 'PCI',
  });
}

export const pciBarUnassigned = defineRule({
  id: 'pci.bar-unassigned',
  needs: [],
  wants: ['displays', 'kernelLog', 'nvidiaSmi', 'windowsDisplays'],
  judge({ windowsDisplays, ...facts }, { gpus }) {
    // The kernel tries again after its first failure; a GPU that answers has its memory.
    if (answers(facts.nvidiaSmi)) return healthy;
    const log = valueOf(facts.kernelLog) ?? [];
    const messages = latestKernelMessages(log).filter((one) => isOurs(one, gpus, log));
    // The driver counts on through regions that the card never had: the first is the one that it lacks.
    const [first] = messages;
    const short = withProblem(windowsDisplays, NO_RESOURCES);
    if (first === undefined && short === undefined) return healthyIfKnown({ ...facts, windowsDisplays });
    return problem({
      severity: 'error',
      detail: detailOf(first, short),
      evidence: [...messages.slice(0, 3).flatMap(fromKernelLog), ...(short ? displayLines(short) : [])],
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
