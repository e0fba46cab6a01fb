/** What a hypervisor leaves behind besides its CPUID leaves. */
import type { Observer } from '../domain/machine.ts';
import { readDmi, type Dmi } from './dmi.ts';
import { ifObservable } from './if-observable.ts';

export type Traces = {
  readonly present: boolean;
  /** Something could be looked at; otherwise `present: false` says nothing. */
  readonly looked: boolean;
  readonly name: string | null;
  /** CPUID leaf 1, ECX bit 31, as /proc/cpuinfo shows it; null: not said, or another architecture. */
  readonly flag: boolean | null;
  /** The processor is QEMU's emulation. */
  readonly emulated: boolean;
  /** The signature that the kernel itself has found. */
  readonly leafSeenByKernel: string | null;
  readonly evidence: readonly { readonly source: string; readonly text: string }[];
};

const CLOCKS = '/sys/devices/system/clocksource/clocksource0/available_clocksource';
const XEN = '/sys/hypervisor/type';
const VIRTIO = '/sys/bus/virtio/devices';

export async function readTraces(machine: Observer): Promise<Traces> {
  const [cpuinfo, clocks, xen, virtio, dmi] = await Promise.all([
    ifObservable(machine.read('/proc/cpuinfo')),
    ifObservable(machine.read(CLOCKS)),
    ifObservable(machine.read(XEN)),
    ifObservable(machine.list(VIRTIO)),
    readDmi(machine),
  ]);
  return traces({ cpuinfo, clocks, xen, virtio, dmi });
}

type Looked = {
  readonly cpuinfo?: string | undefined;
  readonly clocks?: string | undefined;
  readonly xen?: string | undefined;
  readonly virtio?: readonly string[] | undefined;
  readonly dmi?: Dmi | undefined;
};

function traces(looked: Looked): Traces {
  const flags = /^flags\s*:(.*)$/m.exec(looked.cpuinfo ?? '')?.[1];
  const flag = flags === undefined ? null : / hypervisor( |$)/.test(flags);
  const emulated = /^model name\s*:.*\bTCG\b/m.test(looked.cpuinfo ?? '');
  const maker = looked.dmi ? makerOf(looked.dmi) : null;
  const leafSeenByKernel = seenByKernel(looked);
  const evidence = evidenceIn(looked, { flag, maker, leafSeenByKernel });
  return {
    present: evidence.length > 0,
    looked: Object.values(looked).some((look) => look !== undefined),
    name: emulated && maker === 'KVM' ? 'QEMU TCG' : maker,
    flag,
    emulated,
    leafSeenByKernel,
    evidence,
  };
}

function evidenceIn(
  { clocks, xen, virtio, dmi }: Looked,
  { flag, maker, leafSeenByKernel }: Pick<Traces, 'flag' | 'leafSeenByKernel'> & { readonly maker: string | null },
): Traces['evidence'] {
  const found: readonly (readonly [source: string, text: string | null | undefined])[] = [
    ['/proc/cpuinfo', flag ? 'flags: hypervisor' : null],
    ['/sys/class/dmi/id', maker === null ? null : `${dmi?.sysVendor ?? ''} ${dmi?.productName ?? ''}`],
    [XEN, xen],
    [VIRTIO, virtio?.join(' ')],
    [CLOCKS, leafSeenByKernel === null ? null : clocks],
  ];
  return found.flatMap(([source, text]) => (text?.trim() ? [{ source, text: text.trim() }] : []));
}

/** Linux offers these only when it has found the hypervisor's signature in a leaf (kvm_para_available, ms_hyperv, xen_cpuid_base). */
function seenByKernel({ clocks = '', xen = '' }: Looked): string | null {
  if (/\bkvm-clock\b/.test(clocks)) return 'KVMKVMKVM';
  if (/\bhyperv_clocksource/.test(clocks)) return 'Microsoft Hv';
  return xen.trim() === 'xen' ? 'XenVMMXenVMM' : null;
}

/** Only what a real board never says. Clouds are not in it: they lend bare machines too. */
const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/\bVMware\b|\bVMW\b/, 'VMware'],
  [/^Microsoft Corporation \/ Virtual Machine/, 'Microsoft Hyper-V'],
  [/\bHVM domU\b|^Xen /, 'Xen'],
  [/\binnotek GmbH\b|\bVirtualBox\b/, 'VirtualBox'],
  [/\bParallels\b/, 'Parallels'],
  [/\bBHYVE\b/i, 'bhyve'],
  [
    /\bQEMU\b|\bKVM\b|\bKubeVirt\b|\bBochs\b|\bOpenStack (Nova|Compute)\b|\bRHEV Hypervisor\b|\boVirt\b|\bNutanix.*AHV\b/,
    'KVM',
  ],
];

/** The hypervisor that what DMI calls maker and model belongs to; null: a real board's, or nobody's that we know. */
export function makerOf({
  sysVendor,
  productName,
  biosVendor,
}: Pick<Dmi, 'sysVendor' | 'productName' | 'biosVendor'>): string | null {
  const text = `${sysVendor} / ${productName} / ${biosVendor}`;
  return MAKERS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
