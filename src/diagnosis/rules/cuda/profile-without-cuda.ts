import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

export const cudaProfileWithoutCuda = defineRule({
  id: 'cuda.profile-without-cuda',
  needs: ['cudaToolkits'],
  wants: ['displays', 'nvidiaSmi'],
  judge({ cudaToolkits: { toolkits }, displays, nvidiaSmi }, { gpus }) {
    const without = gpus.filter(({ vgpu }) => vgpu?.cuda === false);
    if (without.length === 0) return gpus.length > 0 ? healthy : healthyIfKnown({ displays, nvidiaSmi });
    // A vGPU without CUDA is as it should be until CUDA is wanted: a toolkit says that it is.
    if (toolkits.length === 0) return notApplicable('no toolkit');
    return problem({
      severity: 'error',
      detail: say('finding.cuda.profile-without-cuda.detail', { type: without[0]?.vgpu?.type ?? '?' }),
      evidence: [
        ...without.map(gpuLine),
        ...toolkits.slice(0, 1).map(({ path, version }) => seen(path, version ?? '?')),
      ],
      fix: {
        by: 'host-admin',
        steps: [say('finding.cuda.profile-without-cuda.fix.1'), say('finding.cuda.profile-without-cuda.fix.2')],
      },
    });
  },
});
