export type Nouveau = {
  readonly loaded: boolean;
  /** Kernels that have the module. */
  readonly inKernels: readonly string[];
  /** The file that keeps it away, by 'blacklist nouveau'; null: none. */
  readonly blacklistedBy: string | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const nouveau = defineProbe({
  key: 'nouveau',
  question: 'Where is nouveau?',
  observe: { linux: (): Promise<Nouveau> => Promise.reject(notInSource('nouveau')) },
});
