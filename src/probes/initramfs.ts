import type { Command } from '../domain/machine.ts';
export type Initramfs = {
  readonly tool: 'initramfs-tools' | 'dracut' | 'mkinitcpio' | 'none';
  /** for all kernels */ readonly rebuild: Command | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const initramfs = defineProbe({
  key: 'initramfs',
  question: 'Which commands rebuild what the kernel reads at boot?',
  observe: { linux: (): Promise<Initramfs> => Promise.reject(notInSource('initramfs')) },
});
