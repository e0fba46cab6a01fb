import { valueOf } from '../../../domain/fact.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { installCommand } from '../../package-tools.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const cudaMissing = defineRule({
  id: 'cuda.missing',
  needs: ['cudaToolkits', 'displays'],
  wants: ['nvidiaSmi', 'os'],
  judge({ cudaToolkits, nvidiaSmi, os }, { gpus }) {
    const smi = valueOf(nvidiaSmi);
    if (smi?.kind === 'answered' && smi.isHost) return notApplicable('the hypervisor itself');
    if (cudaToolkits.toolkits.length > 0) return healthy;
    const able = gpus.filter(({ vgpu }) => vgpu?.cuda !== false);
    if (able.length === 0) return notApplicable('no GPU that runs CUDA');
    const install = installCommand(os);
    return problem({
      severity: 'warning',
      detail: say('finding.cuda.missing.detail'),
      evidence: [seen('/usr/local/cuda', 'No such file or directory'), ...able.slice(0, 2).map(gpuLine)],
      fix: {
        by: 'guest',
        steps: [
          say('finding.cuda.missing.fix.media'),
          install === null ? say('finding.cuda.missing.fix.runfile') : say('finding.cuda.missing.fix.1', { install }),
          say('finding.cuda.missing.fix.2'),
        ],
      },
    });
  },
});
