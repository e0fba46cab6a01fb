import { notInSource } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { hypervisorNamed, readLeaves, type Leaves } from './cpuid.ts';
import { toldTraces } from './hypervisor-told.ts';
import { readTraces, type Traces } from './hypervisor-traces.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { hypervisorOfWindows } from './windows/hypervisor.ts';

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
      const [traces, leaves] = await Promise.all([tracesOf(machine), readLeaves(machine)]);
      if (leaves) return byLeaves(leaves.flag ? withFlag(traces) : traces, leaves);
      if (traces.leafSeenByKernel !== null) return byKernel(traces, traces.leafSeenByKernel);
      return byLscpu(traces, await lscpu(machine));
    },
    windows: hypervisorOfWindows,
  },
});

/** On a live guest the files say more than these tools; a ticket may show the tools alone. */
const tracesOf = async (machine: Observer): Promise<Traces> => {
  const traces = await readTraces(machine);
  return machine.origin.kind === 'recorded' ? toldTraces(machine, traces) : traces;
};

const withFlag = (traces: Traces): Traces => ({ ...traces, present: true, flag: true });

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

/** What lscpu says, which asks leaf 0x40000000 and, for VMware, a port; undefined: not asked. */
function byLscpu(traces: Traces, said: Lscpu | undefined): Hypervisor {
  if (said === undefined) return byTraces(traces);
  const flag = traces.flag ?? said.flag;
  const { vendor } = said;
  const idHidden = hiddenFrom({ ...traces, flag }, vendor);
  if (vendor === null) return traces.present || flag === true ? { ...found(traces), idHidden } : byTraces(traces, flag);
  return {
    ...found(traces),
    name: VENDORS[vendor] ?? vendor,
    idHidden,
    evidence: [...traces.evidence, { source: 'lscpu', text: `Hypervisor vendor: ${vendor}` }],
  };
}

/** Nobody asked the leaves. `flag`: what else is known of leaf 1. */
function byTraces(traces: Traces, flag = traces.flag): Hypervisor {
  if (traces.present) return found(traces);
  if (!traces.looked && flag === null) throw notInSource('hypervisor');
  return none(traces);
}

const found = ({ name, evidence }: Traces): Hypervisor => ({
  present: true,
  name,
  signatures: [],
  idHidden: null,
  evidence,
});

const VENDORS: Readonly<Record<string, string>> = { Microsoft: 'Microsoft Hyper-V', Oracle: 'VirtualBox' };

function hiddenFrom({ flag, emulated }: Pick<Traces, 'flag' | 'emulated'>, vendor: string | null): boolean | null {
  if (vendor !== null && ['KVM', 'Microsoft', 'Xen'].includes(vendor)) return false;
  if (flag === null) return null;
  // lscpu knows VMware by other means too; a guest whose ids are hidden lacks the flag as well.
  if (vendor === 'VMware') return !flag;
  if (vendor !== null) return null;
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

type Lscpu = { readonly vendor: string | null; readonly flag: boolean | null };

async function lscpu(machine: Observer): Promise<Lscpu | undefined> {
  const output = await ifObservable(machine.run(['lscpu']));
  if (output?.exitCode !== 0) return undefined;
  const vendor = /^\s*Hypervisor vendor:\s+(\S.*?)\s*$/m.exec(output.stdout)?.[1] ?? null;
  const flags = /^\s*Flags:(.*)$/m.exec(output.stdout)?.[1];
  if (vendor === null && !/^\s*Architecture:/m.test(output.stdout)) return undefined;
  return { vendor, flag: flags === undefined ? null : / hypervisor( |$)/.test(flags) };
}
