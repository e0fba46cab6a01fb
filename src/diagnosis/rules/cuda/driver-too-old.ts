import { cudaFloor } from '../../../catalog/cuda.ts';
import type { Fact } from '../../../domain/fact.ts';
import { atLeast } from '../../../domain/version.ts';
import type { Judgement } from '../../../domain/finding.ts';
import type { CudaErrors } from '../../../probes/cuda-errors.ts';
import type { CudaToolkits } from '../../../probes/cuda-toolkits.ts';
import { say } from '../../../words/say.ts';
import { cudaSays } from '../../cuda-error-lines.ts';
import { currentToolkit } from '../../current-toolkit.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, notApplicable, problem, type Inconclusive } from '../../rule.ts';
import { driverVersion } from '../../what-is-there.ts';

const NONE = { path: 'CUDA', version: null } as const;

/** A program that brings its own CUDA libraries was turned away: which version they are of nobody says. */
function said(errors: Fact<CudaErrors>): Judgement | undefined {
  const line = cudaSays(errors, 'driver-too-old').at(-1);
  if (line === undefined) return undefined;
  return problem({
    severity: 'error',
    detail: say('finding.cuda.driver-too-old.detail.said'),
    evidence: [seen('CUDA', line)],
    fix: {
      by: 'guest',
      steps: [say('finding.cuda.driver-too-old.fix.said'), say('finding.cuda.driver-too-old.fix.2')],
    },
  });
}

type Told = { readonly cudaErrors: Fact<CudaErrors>; readonly cudaToolkits: Fact<CudaToolkits> };

/** No toolkit says which driver it needs: what programs said is all there is. */
function withoutToolkit({ cudaErrors, cudaToolkits }: Told): Judgement | Inconclusive {
  const complaint = said(cudaErrors);
  if (complaint !== undefined) return complaint;
  if (!cudaErrors.known || !cudaToolkits.known) return healthyIfKnown({ cudaErrors, cudaToolkits });
  return notApplicable('no toolkit, or none of a known version');
}

export const cudaDriverTooOld = defineRule({
  id: 'cuda.driver-too-old',
  needs: [],
  wants: ['cudaErrors', 'cudaToolkits', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts) {
    const { cudaErrors, cudaToolkits, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    const { path, version } = (cudaToolkits.known ? currentToolkit(cudaToolkits.value) : undefined) ?? NONE;
    if (version === null) return withoutToolkit(facts);
    const floor = cudaFloor(version);
    const driver = driverVersion(facts);
    if (floor === null || driver === undefined || atLeast(driver, floor))
      return said(cudaErrors) ?? healthyIfKnown({ cudaErrors, installedDrivers, nvidiaModule, nvidiaSmi });
    return problem({
      severity: 'error',
      detail: say('finding.cuda.driver-too-old.detail', { cuda: version, floor, driver }),
      evidence: [seen(path, version), seen('driver', driver)],
      fix: {
        by: 'guest',
        steps: [say('finding.cuda.driver-too-old.fix.1', { floor }), say('finding.cuda.driver-too-old.fix.2')],
      },
    });
  },
});
