import type { CudaToolkits } from '../probes/cuda-toolkits.ts';

/** The toolkit that /usr/local/cuda leads to; where it leads nowhere, the only one. */
export const currentToolkit = ({ toolkits, current }: CudaToolkits): CudaToolkits['toolkits'][number] | undefined =>
  toolkits.find(({ path }) => path === current) ?? (toolkits.length === 1 ? toolkits[0] : undefined);
