import type { Evidence } from '../../../domain/finding.ts';
import { CUDA_LIBRARIES, CUDA_LINK, CUDA_PROFILE, ENVIRONMENT_FILE } from '../../../domain/places.ts';
import type { CudaToolkits } from '../../../probes/cuda-toolkits.ts';
import type { PathFiles } from '../../../probes/path-files.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

const FOLDER = /\/usr\/local\/cuda(?:-\d+(?:\.\d+)*)?(?=[/:"'\s]|$)/g;

const isThere = (folder: string, { toolkits, current }: CudaToolkits): boolean =>
  folder === CUDA_LINK ? current !== null : toolkits.some(({ path }) => path === folder);

/** The lines of a file that name a CUDA folder which is gone. */
const staleLines = (source: string, text: string | null, toolkits: CudaToolkits): readonly Evidence[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .filter((line) => [...line.matchAll(FOLDER)].some(([folder]) => !isThere(folder, toolkits)))
    .map((line) => seen(source, line.trim()));

const staleLinks = (links: PathFiles['links'], toolkits: CudaToolkits): readonly Evidence[] =>
  Object.entries(links).flatMap(([name, target]) => staleLines(`/usr/local/bin/${name}`, target, toolkits));

export const pathStale = defineRule({
  id: 'path.stale',
  needs: ['cudaToolkits', 'pathFiles'],
  judge({ cudaToolkits, pathFiles }) {
    const evidence = [
      ...staleLines(ENVIRONMENT_FILE, pathFiles.environment, cudaToolkits),
      ...staleLines(CUDA_PROFILE, pathFiles.profileD, cudaToolkits),
      ...staleLines(CUDA_LIBRARIES, pathFiles.ldSoConfD, cudaToolkits),
      ...staleLinks(pathFiles.links, cudaToolkits),
    ];
    const [first] = evidence;
    if (first === undefined) return healthy;
    return problem({
      severity: 'warning',
      detail: say('finding.path.stale.detail', { file: first.source }),
      evidence,
      fix: { by: 'guest', steps: [say('finding.path.fix.apply'), say('finding.path.stale.fix.1')] },
    });
  },
});
