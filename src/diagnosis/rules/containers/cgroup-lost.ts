import { say } from '../../../words/say.ts';
import { saidByRuntime } from '../../container-error-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';

/**
 * NVIDIA/nvidia-container-toolkit#48: where systemd manages the cgroups, a `daemon-reload` takes from running containers the devices
 * that the hook added behind runc's back. Only the container itself shows it.
 */
export const containersCgroupLost = defineRule({
  id: 'containers.cgroup-lost',
  needs: [],
  wants: ['containerErrors'],
  judge(facts) {
    const said = saidByRuntime(facts.containerErrors, /Failed to initialize NVML: Unknown Error/i);
    if (said.length === 0) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: say('finding.containers.cgroup-lost.detail'),
      evidence: said,
      fix: {
        by: 'guest',
        steps: [
          say('finding.containers.cgroup-lost.fix.1'),
          say('finding.containers.cgroup-lost.fix.2'),
          say('finding.containers.cgroup-lost.fix.3'),
        ],
      },
    });
  },
});
