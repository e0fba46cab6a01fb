export type HeldPackages = readonly string[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const heldPackages = defineProbe({
  key: 'heldPackages',
  question: 'Which packages are held back from upgrades?',
  observe: { linux: (): Promise<HeldPackages> => Promise.reject(notInSource('held-packages')) },
});
