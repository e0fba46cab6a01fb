import type { Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../../../probes/nvidia-smi.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { answers, noGpuAtAll } from '../../what-is-there.ts';

const noSmi = (smi: Fact<NvidiaSmi>): readonly Evidence[] =>
  smi.known && smi.value.kind === 'absent' ? [seen('nvidia-smi', 'command not found')] : [];

const hasModule = ({ loaded, files }: NvidiaModule): boolean => loaded !== null || files.length > 0;

export const driverMissing = defineRule({
  id: 'driver.missing',
  needs: [],
  wants: ['displays', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts, { gpus }) {
    const { displays, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    if (answers(nvidiaSmi)) return healthy;
    if (noGpuAtAll(displays, gpus)) return notApplicable('no NVIDIA GPU');
    if (!installedDrivers.known || !nvidiaModule.known || gpus.length === 0) return healthyIfKnown(facts);
    if (installedDrivers.value.length > 0 || hasModule(nvidiaModule.value)) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.driver.missing.detail', { gpu: gpus[0]?.name ?? 'NVIDIA' }),
      evidence: [...gpus.map(gpuLine), ...noSmi(nvidiaSmi)],
      fix: { by: 'guest', steps: [say('finding.fix.plan-and-apply'), say('finding.driver.missing.fix.1')] },
    });
  },
});
