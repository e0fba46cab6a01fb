export type PathFiles = {
  readonly environment: string | null;
  readonly profileD: string | null;
  readonly ldSoConfD: string | null;
  /** /usr/local/bin/NAME → target, for the names we link. */
  readonly links: Readonly<Record<string, string>>;
  /** /usr/local/bin/NAME → text, for the same names, where it is a small regular file (a script that calls the real program). */
  readonly scripts?: Readonly<Record<string, string>>;
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
