export type CudaToolkits = {
  readonly toolkits: readonly {
    readonly path: string;
    readonly version: string | null;
    readonly nvcc: boolean;
    readonly origin: 'runfile' | 'package' | 'unknown';
  }[];
  /** Where /usr/local/cuda leads; null: not there. */
  readonly current: string | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const cudaToolkits = defineProbe({
  key: 'cudaToolkits',
  question: 'Which CUDA toolkits are installed?',
  observe: { linux: (): Promise<CudaToolkits> => Promise.reject(notInSource('cuda-toolkits')) },
});
