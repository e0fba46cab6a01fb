/**
 * What a hypervisor says of itself by CPUID: leaves 0x40000000, 0x40000100 … 0x40000f00. NVIDIA's driver looks at all of
 * them and takes the highest that it knows (open-gpu-kernel-modules, virtualization/hypervisor).
 */
import type { Observer, Origin } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';

export type Leaves = {
  readonly source: string;
  readonly signatures: readonly string[];
  /** Leaf 1, ECX bit 31: a hypervisor says that it is there, whether or not it says its name; null: not read. */
  readonly flag: boolean | null;
};

const FIRST = 0x4000_0000;
const LEAVES = Array.from({ length: 16 }, (_, index) => FIRST + index * 0x100);
/** Of the kernel's module `cpuid`; root's. The offset is the leaf; 16 bytes: eax, ebx, ecx, edx. */
const DEVICE = '/dev/cpu/0/cpuid';

/** Undefined where neither the device nor the tool is there. */
export const readLeaves = async (machine: Observer): Promise<Leaves | undefined> =>
  (await fromDevice(machine)) ?? (await fromTool(machine));

async function fromDevice(machine: Observer): Promise<Leaves | undefined> {
  const at = (offset: number) => ifObservable(machine.readBytes(DEVICE, { offset, length: 16 }));
  if (!(await at(FIRST))) return undefined;
  const registers = await Promise.all(LEAVES.map(at));
  const texts = registers.map((bytes) => new TextDecoder('latin1').decode(bytes?.subarray(4) ?? new Uint8Array()));
  const signatures = texts.map(signatureIn).filter((signature) => signature !== null);
  return { source: DEVICE, signatures, flag: flagOf((await at(1))?.[11]) };
}

const isGuest = (origin: Origin): boolean =>
  origin.kind === 'live' || (origin.kind === 'captured' && origin.of === 'live');

const TOOLS = ['/usr/bin/cpuid', '/usr/local/bin/cpuid'];

async function fromTool(machine: Observer): Promise<Leaves | undefined> {
  // Few guests have it, and to find that out by starting it takes longer than all the rest of `detect`.
  const files = isGuest(machine.origin) ? await Promise.all(TOOLS.map((path) => machine.status(path))) : TOOLS;
  if (files.every((file) => file === undefined)) return undefined;
  const output = await ifObservable(machine.run(['cpuid', '-1', '-r']));
  const signatures = parseCpuid(output?.stdout ?? '');
  return signatures && { source: 'cpuid', signatures, flag: parseCpuidFlag(output?.stdout ?? '') };
}

/** `top`: the highest byte of a register. */
const flagOf = (top: number | undefined): boolean | null => (top === undefined ? null : top >= 0x80);

/** Raw: ECX of leaf 1; decoded: "hypervisor guest status = true". */
function parseCpuidFlag(text: string): boolean | null {
  const top = /^[>\s]*0x00000001 0x00: eax=\S+ ebx=\S+ ecx=0x([0-9a-f]{2})/m.exec(text)?.[1];
  const word = /hypervisor guest status\s*=\s*(true|false)/.exec(text)?.[1];
  return top === undefined ? (word === undefined ? null : word === 'true') : flagOf(Number.parseInt(top, 16));
}

const RAW =
  /^[>\s]*0x(40000[0-9a-f]00) 0x00: eax=0x[0-9a-f]{8} ebx=0x([0-9a-f]{8}) ecx=0x([0-9a-f]{8}) edx=0x([0-9a-f]{8})/gm;
const DECODED = /hypervisor_id(?: \(0x(40000[0-9a-f]00)\))?\s*=\s*"((?:[^"\\]|\\.)*)"/g;

/** The signatures in what `cpuid` prints, raw (-r) or decoded, in the order of their leaves; undefined where it prints no leaf. */
export function parseCpuid(text: string): readonly string[] | undefined {
  if (!/^[>\s]*0x[0-9a-f]{8} 0x[0-9a-f]{2}: eax=/m.test(text) && !text.includes('hypervisor_id')) return undefined;
  const found = new Map<string, string | null>();
  for (const [, leaf = '', ...registers] of text.matchAll(RAW))
    found.set(leaf, signatureIn(registers.map(littleEndian).join('')));
  for (const [, leaf = '40000000', quoted = ''] of text.matchAll(DECODED))
    found.set(leaf, signatureIn(quoted.replace(/\\0/g, '\0')));
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, signature]) => signature).filter((signature) => signature !== null);
}

const littleEndian = (register: string): string =>
  (register.match(/../g) ?? [])
    .reverse()
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join('');

/** Without its padding. A leaf that no hypervisor answers mirrors another one of the processor, or is all zeros: no text. */
function signatureIn(twelve: string): string | null {
  const text = twelve.replace(/\0+$/, '');
  return /^[\x20-\x7e]{4,12}$/.test(text) && text.trim() !== '' ? text.trim() : null;
}

const NAMES: Readonly<Record<string, string>> = {
  KVMKVMKVM: 'KVM',
  'Linux KVM Hv': 'KVM',
  VMwareVMware: 'VMware',
  XenVMMXenVMM: 'Xen',
  'Microsoft Hv': 'Microsoft Hyper-V',
  TCGTCGTCGTCG: 'QEMU TCG',
  VBoxVBoxVBox: 'VirtualBox',
  'prl hyperv': 'Parallels',
  'lrpepyh vr': 'Parallels',
  'bhyve bhyve': 'bhyve',
  ACRNACRNACRN: 'ACRN',
  QNXQVMBSQG: 'QNX',
  HAXMHAXMHAXM: 'Intel HAXM',
  OpenBSDVMM58: 'OpenBSD VMM',
  Jailhouse: 'Jailhouse',
};

/** A person's name for a signature; null: nobody's that we know (KVM can be told to show any text). */
export const hypervisorNamed = (signature: string): string | null => NAMES[signature] ?? null;
