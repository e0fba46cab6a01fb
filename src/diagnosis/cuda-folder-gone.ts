import { CUDA_LINK } from '../domain/places.ts';
import type { CudaToolkits } from '../probes/cuda-toolkits.ts';

const FOLDER = /\/usr\/local\/cuda(?:-\d+(?:\.\d+)*)?(?=[/:"'\s]|$)/g;

const isThere = (folder: string, { toolkits, current }: CudaToolkits): boolean =>
  folder === CUDA_LINK ? current !== null : toolkits.some(({ path }) => path === folder);

/** The CUDA folders under /usr/local that a text names and that are not there. */
export const goneFoldersIn = (text: string, toolkits: CudaToolkits): readonly string[] => [
  ...new Set([...text.matchAll(FOLDER)].map(([folder]) => folder).filter((folder) => !isThere(folder, toolkits))),
];
