import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

export const guestIsHost = defineRule({
  id: 'guest.is-host',
  needs: ['nvidiaSmi'],
  judge({ nvidiaSmi }) {
    if (nvidiaSmi.kind !== 'answered' || !nvidiaSmi.isHost) return healthy;
    const mode = nvidiaSmi.gpus.find(({ hostVgpuMode }) => hostVgpuMode !== null)?.hostVgpuMode;
    return problem({
      severity: 'warning',
      detail: say('finding.guest.is-host.detail'),
      evidence: [
        seen(
          'nvidia-smi -q',
          mode === null || mode === undefined ? 'Virtualization Mode : Host VGPU' : `Host VGPU Mode : ${mode}`,
        ),
      ],
      fix: { by: 'guest', steps: [say('finding.guest.is-host.fix.1')] },
    });
  },
});
