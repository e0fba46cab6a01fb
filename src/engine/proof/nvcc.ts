import type { Fact } from '../../domain/fact.ts';
import { compareVersions } from '../../domain/version.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';

/** Debian's and Ubuntu's toolkit has its programs in /usr/bin. */
const DISTRO_FOLDER = '/usr/lib/nvidia-cuda-toolkit';
const programIn = (path: string): string => (path === DISTRO_FOLDER ? '/usr/bin/nvcc' : `${path}/bin/nvcc`);

/** The nvcc of the toolkit that is in use, else of the newest one; null: none. */
export function nvccOf(fact: Fact<CudaToolkits>): string | null {
  if (!fact.known) return null;
  const { toolkits, current } = fact.value;
  const able = toolkits.filter(({ nvcc }) => nvcc);
  const newest = able.toSorted((a, b) => compareVersions(b.version ?? '0', a.version ?? '0'))[0];
  const best = able.find(({ path }) => path === current) ?? newest;
  return best === undefined ? null : programIn(best.path);
}
