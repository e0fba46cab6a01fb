import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { CudaErrors } from '../../../probes/cuda-errors.ts';
import type { FabricManager } from '../../../probes/fabric-manager.ts';
import type { NvidiaSmi, SmiGpu } from '../../../probes/nvidia-smi.ts';
import { say } from '../../../words/say.ts';
import { cudaSays } from '../../cuda-error-lines.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

const complaints = (errors: Fact<CudaErrors>): readonly Evidence[] =>
  cudaSays(errors, 'not-ready').map((line) => seen('CUDA', line));

const gpusOf = (smi: Fact<NvidiaSmi>): readonly SmiGpu[] => {
  const value = valueOf(smi);
  return value?.kind === 'answered' ? value.gpus : [];
};

/** They are registered by now, or the fabric manager itself says why it does not run: `fabric.version-mismatch`. */
const isExplained = (gpus: readonly SmiGpu[], manager: Fact<FabricManager>): boolean =>
  gpus.some(({ fabric }) => fabric === 'Completed') || (valueOf(manager)?.refusal ?? null) !== null;

const waitingLine = ({ address, fabric }: SmiGpu): Evidence => seen('nvidia-smi -q', `${address ?? 'GPU'} Fabric State : ${fabric ?? ''}`);

function stepsFor(manager: Fact<FabricManager>, driver: string | null): readonly Message[] {
  const isMissing = valueOf(manager)?.version === null && driver !== null;
  return [
    ...(isMissing ? [say('finding.fabric.version-mismatch.fix.1', { driver })] : []),
    say('finding.fabric.version-mismatch.fix.2'),
    say('finding.fabric.not-running.fix.1'),
    say('finding.fabric.not-running.fix.2'),
    say('finding.multi-gpu.fix.fabric'),
  ];
}

/** GPUs behind NVSwitch do no CUDA until NVIDIA's fabric manager has registered them with the fabric. */
export const fabricNotRunning = defineRule({
  id: 'fabric.not-running',
  needs: [],
  wants: ['cudaErrors', 'fabricManager', 'nvidiaSmi'],
  judge({ cudaErrors, fabricManager, nvidiaSmi }) {
    const gpus = gpusOf(nvidiaSmi);
    const waiting = gpus.filter(({ fabric }) => fabric !== undefined && fabric !== 'Completed');
    const said = isExplained(gpus, fabricManager) ? [] : complaints(cudaErrors);
    if (waiting.length + said.length === 0) return withoutComplaint(nvidiaSmi);
    const smi = valueOf(nvidiaSmi);
    return problem({
      severity: 'error',
      detail:
        waiting.length > 0
          ? say('finding.fabric.not-running.detail', { count: waiting.length })
          : say('finding.fabric.not-running.detail.said'),
      evidence: [...waiting.map(waitingLine), ...said],
      fix: { by: 'guest', steps: stepsFor(fabricManager, smi?.kind === 'answered' ? smi.driverVersion : null) },
      becauseOf: ['fabric.version-mismatch', 'fabric.no-subnet-manager', 'driver.userspace-kernel-mismatch', 'driver.reboot-pending'],
    });
  },
});

function withoutComplaint(smi: Fact<NvidiaSmi>) {
  if (!smi.known) return { kind: 'inconclusive', missing: ['nvidiaSmi'] } as const;
  if (smi.value.kind !== 'answered') return notApplicable('nvidia-smi does not answer');
  return smi.value.complete ? healthy : ({ kind: 'inconclusive', missing: ['nvidiaSmi'] } as const);
}
