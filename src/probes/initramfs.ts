import type { Command, Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

export type Initramfs = {
  readonly tool: 'initramfs-tools' | 'dracut' | 'mkinitcpio' | 'none';
  /** for all kernels */ readonly rebuild: Command | null;
};

type Candidate = { readonly name: string; readonly value: Initramfs };

/** In this order: Debian's dracut offers a command update-initramfs too, and does the right thing with it. */
const CANDIDATES: readonly Candidate[] = [
  {
    name: 'update-initramfs',
    value: { tool: 'initramfs-tools', rebuild: ['update-initramfs', '-u', '-k', 'all'] },
  },
  { name: 'dracut', value: { tool: 'dracut', rebuild: ['dracut', '--force', '--regenerate-all'] } },
  { name: 'mkinitcpio', value: { tool: 'mkinitcpio', rebuild: ['mkinitcpio', '-P'] } },
];

export const initramfs = defineProbe({
  key: 'initramfs',
  question: 'Which commands rebuild what the kernel reads at boot?',
  observe: {
    linux: async (machine): Promise<Initramfs> => {
      for (const { name, value } of CANDIDATES) if (await isThere(machine, name)) return value;
      return { tool: 'none', rebuild: null };
    },
  },
});

async function isThere(machine: Observer, name: string): Promise<boolean> {
  const found = await Promise.all(
    ['/usr/sbin', '/usr/bin', '/sbin'].map((folder) => machine.status(`${folder}/${name}`)),
  );
  return found.some((status) => status !== undefined);
}
