export type ShellKind = 'login' | 'non-login' | 'sudo' | 'cron' | 'service';
/** For each kind: the nvcc that is found and its version; null: none found. absent key: that kind could not be tried (why). */
export type ShellPaths = readonly {
  readonly shell: ShellKind;
  readonly nvcc: string | null;
  readonly version: string | null;
  readonly untried: string | null;
}[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const shellPaths = defineProbe({
  key: 'shellPaths',
  question: 'Which nvcc does each kind of shell find?',
  observe: { linux: (): Promise<ShellPaths> => Promise.reject(notInSource('shell-paths')) },
});
