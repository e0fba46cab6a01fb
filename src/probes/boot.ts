export type Boot = { readonly id: string | null };
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const boot = defineProbe({
  key: 'boot',
  question: 'Which boot is this?',
  observe: { linux: (): Promise<Boot> => Promise.reject(notInSource('boot')) },
});
