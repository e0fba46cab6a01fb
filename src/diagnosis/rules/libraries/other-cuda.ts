import { say } from '../../../words/say.ts';
import { currentToolkit } from '../../current-toolkit.ts';
import { seen } from '../../evidence.ts';
import { madeFor, nameOfLibrary } from '../../library-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

/** A build of cuDNN or NCCL goes with one major of CUDA. Programs that bring a runtime of their own are not meant. */
export const librariesOtherCuda = defineRule({
  id: 'libraries.other-cuda',
  needs: ['libraries', 'cudaToolkits'],
  wants: ['packageList'],
  judge({ libraries, cudaToolkits, packageList }) {
    const toolkit = currentToolkit(cudaToolkits);
    if (libraries.length === 0 || toolkit?.version == null) return notApplicable('no library, or no toolkit that it could go with');
    const { version, path } = toolkit;
    const others = libraries.flatMap((library) => {
      const made = madeFor(library, packageList);
      return made !== null && Number.parseInt(made, 10) !== Number.parseInt(version, 10) ? [{ ...library, made }] : [];
    });
    const [first] = others;
    if (!first) return libraries.every(({ madeForCuda }) => madeForCuda !== null) ? healthy : healthyIfKnown({ packageList });
    return problem({
      severity: 'warning',
      detail: say('finding.libraries.other-cuda.detail', { library: nameOfLibrary[first.name], made: first.made, toolkit: version }),
      evidence: [...others.map((one) => seen(one.path, `CUDA ${one.made}`)), seen(path, `CUDA ${version}`)],
      fix: { by: 'guest', steps: [say('finding.libraries.fix.apply', { key: first.name }), say('finding.libraries.other-cuda.fix.1')] },
    });
  },
});
