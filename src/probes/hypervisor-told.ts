/** What a ticket tells of a hypervisor by the words of other tools, where no file of the guest does. */
import type { Observer } from '../domain/machine.ts';
import type { Traces } from './hypervisor-traces.ts';
import { ifObservable } from './if-observable.ts';

/** `systemd-detect-virt`: from CPUID or from DMI, it does not say which; so nothing is known of the leaves. */
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
/** "Hypervisor detected: …": the kernel finds VMware by other means too, the others by the signature in a leaf. */
const DETECTED: readonly (readonly [RegExp, { readonly name: string; readonly signature: string | null }])[] = [
  [/^KVM/, { name: 'KVM', signature: 'KVMKVMKVM' }],
  [/^Microsoft H/, { name: 'Microsoft Hyper-V', signature: 'Microsoft Hv' }],
  [/^Xen HVM/, { name: 'Xen', signature: 'XenVMMXenVMM' }],
  [/^VMware/, { name: 'VMware', signature: null }],
];

const outputOf = async (machine: Observer, command: readonly [string, ...string[]]): Promise<string> =>
  (await ifObservable(machine.run(command)))?.stdout ?? '';

/** A container's word ("docker", "lxc") hides what the machine below is, so it says nothing. */
async function byWord(machine: Observer, traces: Traces): Promise<Traces> {
  const word = /^\s*([a-z][a-z0-9-]*)\s*$/m.exec(await outputOf(machine, ['systemd-detect-virt']))?.[1] ?? '';
  const name = WORDS[word];
  if (word === 'none') return { ...traces, looked: true };
  if (name === undefined) return traces;
  const evidence = [...traces.evidence, { source: 'systemd-detect-virt', text: word }];
  return { ...traces, present: true, looked: true, name: traces.name ?? name, evidence };
}

async function byKernelLog(machine: Observer, traces: Traces): Promise<Traces> {
  const text = /Hypervisor detected: (\S.*?)\s*$/m.exec(await outputOf(machine, ['dmesg']))?.[1];
  const found = DETECTED.find(([pattern]) => pattern.test(text ?? ''))?.[1];
  if (text === undefined || found === undefined) return traces;
  return {
    ...traces,
    present: true,
    looked: true,
    name: traces.name ?? found.name,
    leafSeenByKernel: traces.leafSeenByKernel ?? found.signature,
    evidence: [...traces.evidence, { source: 'dmesg', text: `Hypervisor detected: ${text}` }],
  };
}

export const toldTraces = async (machine: Observer, traces: Traces): Promise<Traces> =>
  byKernelLog(machine, await byWord(machine, traces));
