import { driverBranches, supportOf } from '../../../catalog/branches.ts';
import { say } from '../../../words/say.ts';
import { gpuLine } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** Of the listed branches, those in which every one of these cards has its place: a driver drives all or leaves some out. */
const commonBranches = (deviceIds: readonly string[]): readonly number[] =>
  driverBranches()
    .map(({ branch }) => branch)
    .filter((branch) => deviceIds.every((id) => supportOf(id, branch).supports === true))
    .toSorted((a, b) => a - b);

/** GPUs of different architectures share one driver, one CUDA, and the features of the oldest. */
export const gpuMixedModels = defineRule({
  id: 'gpu.mixed-models',
  needs: ['displays'],
  judge(_, { gpus }) {
    const named = gpus.filter(({ architecture, deviceId }) => architecture !== null && deviceId !== null);
    const architectures = [...new Set(named.map(({ architecture }) => architecture ?? ''))];
    if (gpus.length < 2) return notApplicable('fewer than two GPUs');
    if (architectures.length < 2) return healthy;
    const models = [...new Set(named.map(({ name, architecture, deviceId }) => `${name ?? deviceId ?? '?'} (${architecture ?? '?'})`))].join(', ');
    const branches = commonBranches(named.map(({ deviceId }) => deviceId ?? ''));
    const [first] = branches;
    const last = branches.at(-1);
    return problem({
      severity: first === undefined ? 'warning' : 'info',
      detail:
        first === undefined || last === undefined
          ? say('finding.gpu.mixed-models.detail.none', { models })
          : say('finding.gpu.mixed-models.detail', { models, first, last }),
      evidence: named.map(gpuLine),
      fix:
        first === undefined
          ? { by: 'host-admin', steps: [say('finding.gpu.mixed-models.fix.host')] }
          : { by: 'guest', steps: [say('finding.gpu.mixed-models.fix.1')] },
    });
  },
});
