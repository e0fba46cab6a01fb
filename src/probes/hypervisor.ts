import { notInSource } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { hypervisorNamed, readLeaves, type Leaves } from './cpuid.ts';
import { readTraces, type Traces } from './hypervisor-traces.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

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

export const hypervisor = defineProbe({
  key: 'hypervisor',
  question: 'Is there a hypervisor, and which ids do its CPUID leaves show?',
  observe: {
    linux: async (machine): Promise<Hypervisor> => {
      const [traces, leaves] = await Promise.all([readTraces(machine), readLeaves(machine)]);
      if (leaves) return byLeaves(traces, leaves);
      if (traces.leafSeenByKernel !== null) return byKernel(traces, traces.leafSeenByKernel);
      const vendor = await lscpu(machine);
      // A ticket may show this one alone. On a live guest lscpu, which is everywhere, says more.
      const word = vendor === undefined && machine.origin.kind === 'recorded' ? await detectedVirt(machine) : undefined;
      return word === undefined ? byLscpu(traces, vendor) : byWord(traces, word);
    },
  },
});

/** Bare metal may answer these leaves with anything: without a trace, only a signature that we know counts. */
function byLeaves(traces: Traces, { source, signatures }: Leaves): Hypervisor {
  const name = signatures.map(hypervisorNamed).findLast((known) => known !== null) ?? null;
  if (!traces.present && name === null) return none(traces);
  return {
    present: true,
    name: name ?? traces.name,
    signatures,
    idHidden: name === null,
    evidence: [...traces.evidence, { source, text: signatures.join(', ') || '(no signature)' }],
  };
}

/** What the kernel does only after it has found the signature itself. */
const byKernel = (traces: Traces, signature: string): Hypervisor => ({
  present: true,
  name: hypervisorNamed(signature),
  signatures: [signature],
  idHidden: false,
  evidence: traces.evidence,
});

/** `vendor`: what lscpu says, which asks leaf 0x40000000 and, for VMware, a port; null: it says none; undefined: not asked. */
function byLscpu(traces: Traces, vendor: string | null | undefined): Hypervisor {
  if (!traces.present && !vendor) {
    if (!traces.looked && vendor === undefined) throw notInSource('hypervisor');
    return none(traces);
  }
  return {
    present: true,
    name: (vendor && (VENDORS[vendor] ?? vendor)) ?? traces.name,
    signatures: [],
    idHidden: hiddenFrom(traces, vendor),
    evidence: [...traces.evidence, ...(vendor ? [{ source: 'lscpu', text: `Hypervisor vendor: ${vendor}` }] : [])],
  };
}

/** `systemd-detect-virt`: from CPUID or from DMI, it does not say which; so nothing is known of the leaves. */
function byWord(traces: Traces, word: string): Hypervisor {
  const name = WORDS[word] ?? traces.name;
  if (!traces.present && word === 'none') return none(traces);
  const evidence = [...traces.evidence, { source: 'systemd-detect-virt', text: word }];
  return { present: true, name, signatures: [], idHidden: null, evidence };
}

const WORDS: Readonly<Record<string, string>> = {
  kvm: 'KVM',
  amazon: 'KVM',
  google: 'KVM',
  qemu: 'QEMU TCG',
  vmware: 'VMware',
  microsoft: 'Microsoft Hyper-V',
  xen: 'Xen',
  oracle: 'VirtualBox',
  parallels: 'Parallels',
  bhyve: 'bhyve',
  acrn: 'ACRN',
};

async function detectedVirt(machine: Observer): Promise<string | undefined> {
  const output = await ifObservable(machine.run(['systemd-detect-virt']));
  return /^\s*([a-z][a-z0-9-]*)\s*$/m.exec(output?.stdout ?? '')?.[1];
}

const VENDORS: Readonly<Record<string, string>> = { Microsoft: 'Microsoft Hyper-V', Oracle: 'VirtualBox' };

function hiddenFrom({ flag, emulated }: Traces, vendor: string | null | undefined): boolean | null {
  if (vendor === undefined || flag === null) return null;
  // lscpu knows VMware by other means too; a guest whose ids are hidden lacks the flag as well.
  if (vendor === 'VMware') return !flag;
  if (vendor !== null) return ['KVM', 'Microsoft', 'Xen'].includes(vendor) ? false : null;
  // QEMU's own emulator has a signature that lscpu does not know.
  return emulated ? null : true;
}

const none = ({ evidence }: Traces): Hypervisor => ({
  present: false,
  name: null,
  signatures: [],
  idHidden: false,
  evidence,
});

async function lscpu(machine: Observer): Promise<string | null | undefined> {
  const output = await ifObservable(machine.run(['lscpu']));
  return output?.exitCode === 0 && /^\s*Architecture:/m.test(output.stdout) ? vendorIn(output.stdout) : undefined;
}

const vendorIn = (text: string): string | null => /^\s*Hypervisor vendor:\s+(\S.*?)\s*$/m.exec(text)?.[1] ?? null;
