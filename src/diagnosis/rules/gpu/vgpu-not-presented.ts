import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** FeatureType 1 is "NVIDIA vGPU": whoever set it meant a vGPU, and a whole card is here. */
const VGPU = 1;

export const gpuVgpuNotPresented = defineRule({
  id: 'gpu.vgpu-not-presented',
  needs: ['displays', 'griddConfig'],
  judge({ griddConfig }, { gpus }) {
    if (gpus.length === 0) return notApplicable('no NVIDIA GPU');
    const whole = gpus.filter(({ mode }) => mode === 'passthrough');
    if (griddConfig.featureType !== VGPU || whole.length < gpus.length) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.gpu.vgpu-not-presented.detail', { gpu: whole[0]?.name ?? 'NVIDIA' }),
      evidence: [...whole.map(gpuLine), seen('/etc/nvidia/gridd.conf', 'FeatureType=1')],
      fix: {
        by: 'host-admin',
        steps: [say('finding.gpu.vgpu-not-presented.fix.1'), say('finding.gpu.vgpu-not-presented.fix.2')],
      },
    });
  },
});
