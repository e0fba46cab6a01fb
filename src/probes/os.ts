export type Os = {
  readonly id: string;
  readonly version: string | null;
  readonly name: string;
  /** ids of os-release ID and ID_LIKE */
  readonly like: readonly string[];
  readonly packageManager: 'apt' | 'dnf' | 'zypper' | 'none';
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const os = defineProbe({
  key: 'os',
  question: 'Which operating system is this?',
  observe: { linux: (): Promise<Os> => Promise.reject(notInSource('os')) },
});
