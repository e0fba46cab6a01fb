import { architecture } from '../../../catalog/architectures.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import { say } from '../../../words/say.ts';
import { currentToolkit } from '../../current-toolkit.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

const lastMajor = (gpu: Gpu): number =>
  (gpu.architecture === null ? null : architecture(gpu.architecture)?.maxCudaMajor) ?? Number.POSITIVE_INFINITY;

export const cudaGpuTooOld = defineRule({
  id: 'cuda.gpu-too-old',
  needs: ['cudaToolkits'],
  wants: ['displays', 'nvidiaSmi'],
  judge({ cudaToolkits, displays, nvidiaSmi }, { gpus }) {
    const toolkit = currentToolkit(cudaToolkits);
    const version = toolkit?.version ?? null;
    if (toolkit === undefined || version === null) return notApplicable('no toolkit, or none of a known version');
    const old = gpus.find((gpu) => Number.parseInt(version, 10) > lastMajor(gpu));
    if (old === undefined) return gpus.length > 0 ? healthy : healthyIfKnown({ displays, nvidiaSmi });
    const last = lastMajor(old);
    return problem({
      severity: 'error',
      detail: say('finding.cuda.gpu-too-old.detail', { gpu: old.name ?? 'NVIDIA', cuda: version, last }),
      evidence: [gpuLine(old), seen(toolkit.path, version)],
      fix: {
        by: 'guest',
        steps: [say('finding.cuda.gpu-too-old.fix.1', { last }), say('finding.cuda.gpu-too-old.fix.2')],
      },
    });
  },
});
