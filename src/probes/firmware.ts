export type Firmware = 'uefi' | 'bios';
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const firmware = defineProbe({
  key: 'firmware',
  question: 'Does the guest boot by UEFI or BIOS?',
  observe: { linux: (): Promise<Firmware> => Promise.reject(notInSource('firmware')) },
});
