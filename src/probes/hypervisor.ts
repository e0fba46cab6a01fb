export type Hypervisor = {
  readonly present: boolean;
  /** A person's name for it: KVM, VMware, Xen, Microsoft Hyper-V, QEMU TCG … */
  readonly name: string | null;
  /** Signatures of all leaves 0x40000000…0x40000f00, in order, NULs stripped; [] also where no leaf could be read (see idHidden). */
  readonly signatures: readonly string[];
  /** null: no leaf could be read. */
  readonly idHidden: boolean | null;
  readonly evidence: readonly { readonly source: string; readonly text: string }[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const hypervisor = defineProbe({
  key: 'hypervisor',
  question: 'Is there a hypervisor, and which ids do its CPUID leaves show?',
  observe: { linux: (): Promise<Hypervisor> => Promise.reject(notInSource('hypervisor')) },
});
