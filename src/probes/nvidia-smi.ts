export type SmiGpu = {
  /** dddd:bb:dd.f */
  readonly address: string | null;
  readonly productName: string | null;
  readonly productBrand: string | null;
  readonly architecture: string | null;
  readonly virtualizationMode: 'none' | 'pass-through' | 'vgpu' | 'host-vgpu' | 'host-vsga' | null;
  readonly hostVgpuMode: string | null;
  /** 'Device Id' and 'Sub System Id' of the PCI section: 4 hex digits each */
  readonly deviceId: string | null;
  readonly vendorId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  readonly migMode: 'enabled' | 'disabled' | null;
  readonly persistenceMode: 'enabled' | 'disabled' | null;
  readonly licence: SmiLicence | null;
};
/** The section 'vGPU Software Licensed Product' (older: 'GRID Licensed Product'). */
export type SmiLicence = {
  readonly product: string | null;
  readonly state: 'licensed' | 'unlicensed' | 'unlicensed-unrestricted' | 'unlicensed-restricted' | 'unknown';
  /** ISO 8601, 'permanent', or null */
  readonly expiry: string | null;
  readonly text: string;
};
export type NvidiaSmi =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'answered';
      readonly driverVersion: string | null;
      readonly cudaVersion: string | null;
      readonly gpus: readonly SmiGpu[];
      readonly isHost: boolean;
    }
  /** It ran and could not: its own words (no devices, cannot communicate, mismatch …). */
  | { readonly kind: 'failed'; readonly exitCode: number | null; readonly text: string };
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const nvidiaSmi = defineProbe({
  key: 'nvidiaSmi',
  question: 'What does nvidia-smi -q say?',
  observe: { linux: (): Promise<NvidiaSmi> => Promise.reject(notInSource('nvidia-smi')) },
});
