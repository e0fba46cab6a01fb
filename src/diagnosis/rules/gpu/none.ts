import type { Evidence } from '../../../domain/finding.ts';
import type { PciDisplay } from '../../../probes/displays.ts';
import { seen } from '../../evidence.ts';
import { say } from '../../../words/say.ts';
import { defineRule, healthy, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { nvidiaDisplays } from '../../windows-display.ts';

const others = (displays: readonly PciDisplay[]): readonly Evidence[] =>
  displays
    .slice(0, 4)
    .map(({ address, vendorId, deviceId, name }) =>
      seen('PCI', `${address ?? '?'} ${name ?? ''} [${vendorId ?? '?'}:${deviceId ?? '?'}]`),
    );

/** A row that was cut off before its maker, or within NVIDIA's name. */
const isCutOff = ({ vendorId, name }: PciDisplay): boolean =>
  vendorId === null && 'nvidia corporation'.startsWith((name ?? '').trim().toLowerCase());

export const gpuNone = defineRule({
  id: 'gpu.none',
  needs: ['displays'],
  wants: ['nvidiaSmi', 'windowsDisplays'],
  judge({ displays, nvidiaSmi, windowsDisplays }, { gpus }) {
    if (gpus.length > 0 || answers(nvidiaSmi) || nvidiaDisplays(windowsDisplays).length > 0) return healthy;
    if (displays.some(isCutOff)) return { kind: 'inconclusive', missing: ['displays'] };
    return problem({
      severity: 'error',
      detail: say('finding.gpu.none.detail'),
      evidence: [seen('lspci -d 10de:', 'no device of vendor 10de'), ...others(displays)],
      fix: { by: 'host-admin', steps: [say('finding.gpu.none.fix.1'), say('finding.gpu.none.fix.2')] },
    });
  },
});
