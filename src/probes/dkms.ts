export type Dkms = readonly {
  readonly module: string;
  readonly version: string;
  readonly kernel: string | null;
  readonly state: string;
}[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const dkms = defineProbe({
  key: 'dkms',
  question: 'What does DKMS say?',
  observe: { linux: (): Promise<Dkms> => Promise.reject(notInSource('dkms')) },
});
