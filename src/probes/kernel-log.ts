/** Lines of dmesg that speak of NVIDIA, nouveau, modules or PCI BARs; oldest first. */
export type KernelLog = readonly string[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const kernelLog = defineProbe({
  key: 'kernelLog',
  question: 'What did the kernel say of the GPU?',
  observe: { linux: (): Promise<KernelLog> => Promise.reject(notInSource('kernel-log')) },
});
