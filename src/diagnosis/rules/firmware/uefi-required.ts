import { known, valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { NvidiaSmi } from '../../../probes/nvidia-smi.ts';
import type { WindowsDisplays } from '../../../probes/windows-displays.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, licenceLines, seen } from '../../evidence.ts';
import { licencesOf } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { failureText } from '../../what-is-there.ts';
import { displayLines, withProblem } from '../../windows-display.ts';

/** Whose vGPUs need UEFI: Ampere and what came after it. */
const NEED_UEFI: readonly (string | null)[] = ['Ampere', 'Ada', 'Ada Lovelace', 'Hopper', 'Blackwell'];
/** Cannot start (10), cannot load (31), stopped (43). */
const NOT_STARTED = [10, 31, 43] as const;

/** A BIOS alone proves nothing: the vGPU must fail as well, to start or to get its licence. */
function failure(displays: Fact<WindowsDisplays>, smi: Fact<NvidiaSmi>): readonly Evidence[] {
  const stopped = withProblem(displays, ...NOT_STARTED);
  if (stopped !== undefined) return displayLines(stopped);
  const said = failureText(smi);
  if (said !== '') return [seen('nvidia-smi', said)];
  return licencesOf(smi).some(({ state }) => state.startsWith('unlicensed')) ? licenceLines(valueOf(smi)) : [];
}

export const firmwareUefiRequired = defineRule({
  id: 'firmware.uefi-required',
  needs: ['firmware', 'windowsDisplays'],
  wants: ['nvidiaSmi'],
  judge({ firmware, windowsDisplays, nvidiaSmi }, { gpus }) {
    if (windowsDisplays.kind === 'not-applicable') return notApplicable('not Windows');
    if (firmware === 'uefi') return healthy;
    const needs = gpus.filter(({ mode, architecture }) => mode === 'vgpu' && NEED_UEFI.includes(architecture));
    if (gpus.length > 0 && needs.length === 0) return healthy;
    const shown = failure(known(windowsDisplays), nvidiaSmi);
    if (needs.length === 0 || shown.length === 0) return healthyIfKnown({ nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.firmware.uefi-required.detail', { gpu: needs[0]?.name ?? 'NVIDIA' }),
      evidence: [seen('firmware', 'BIOS (legacy)'), ...needs.map(gpuLine), ...shown],
      fix: {
        by: 'host-admin',
        steps: [say('finding.firmware.uefi-required.fix.1'), say('finding.firmware.uefi-required.fix.2')],
      },
    });
  },
});
