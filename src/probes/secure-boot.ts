export type SecureBoot = 'on' | 'off' | 'no-uefi';
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const secureBoot = defineProbe({
  key: 'secureBoot',
  question: 'Is Secure Boot on?',
  observe: { linux: (): Promise<SecureBoot> => Promise.reject(notInSource('secure-boot')) },
});
