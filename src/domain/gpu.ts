import type { Message } from './message.ts';

export type VgpuSeries = 'Q' | 'B' | 'A' | 'C' | 'gaming' | 'NVS';
export type Mode = 'vgpu' | 'passthrough' | 'unknown';
export type CardClass = 'datacenter' | 'workstation' | 'consumer' | 'grid' | 'other';

export type HostDriver = { readonly version: string; readonly branch: string };

export type Vgpu = {
  /** Exact type, e.g. "GRID T4-8Q"; null where only the capability says that it is a vGPU. */
  readonly type: string | null;
  readonly series: VgpuSeries | null;
  readonly framebufferMiB: number | null;
  /** Whether this type can run CUDA (facts: B and A cannot; Q and C can, except small Maxwell Q types). */
  readonly cuda: boolean | null;
  /** From the PCI vendor capability; null where it cannot be read or is not there. */
  readonly hostDriver: HostDriver | null;
};

/** An NVIDIA GPU, as the catalogue and the PCI ids name it. Ids are lower-case hex without 0x. */
export type Gpu = {
  /** `dddd:bb:dd.f`, or null where the source does not say. */
  readonly address: string | null;
  readonly vendorId: '10de';
  /** Null only where a source names the card without its id. */
  readonly deviceId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  readonly classId: string | null;
  readonly name: string | null;
  readonly architecture: string | null;
  readonly cardClass: CardClass | null;
  readonly mode: Mode;
  /** Why this mode: which evidence decided. */
  readonly modeReason: Message;
  /** The mode is the likelier of two: no list names the board, and nothing else settles it. */
  readonly doubtful?: true;
  readonly vgpu: Vgpu | null;
  readonly mig: { readonly enabled: boolean } | null;
  readonly boundDriver: string | null;
};

export type OtherDisplay = {
  readonly address: string | null;
  /** Ids are null only where the source names the card without them. */
  readonly vendorId: string | null;
  readonly deviceId: string | null;
  readonly name: string | null;
};
