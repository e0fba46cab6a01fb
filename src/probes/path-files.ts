export type PathFiles = {
  readonly environment: string | null;
  readonly profileD: string | null;
  readonly ldSoConfD: string | null;
  /** /usr/local/bin/NAME → target, for the names we link. */
  readonly links: Readonly<Record<string, string>>;
  /** Names in /usr/local/cuda/bin; [] where there is none. */
  readonly cudaBinaries: readonly string[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const pathFiles = defineProbe({
  key: 'pathFiles',
  question: 'Which files set the PATH for CUDA?',
  observe: { linux: (): Promise<PathFiles> => Promise.reject(notInSource('path-files')) },
});
