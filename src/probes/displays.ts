export type Capability =
  /** Capability 0x09 with the bytes 'VF': a vGPU. The host's driver is null where the record is not there. */
  | { readonly kind: 'vf'; readonly hostVersion: string | null; readonly hostBranch: string | null }
  /** Config space was read to the end of its capability list: no 'VF'. */
  | { readonly kind: 'no-vf' }
  /** Only 64 bytes could be read, or none. */
  | { readonly kind: 'unread' };

/** Any PCI function of base class 03 (display), and NVIDIA's 3D controllers. Ids are lower-case hex without 0x. */
export type PciDisplay = {
  readonly address: string | null;
  /** Null only where the source names a maker that is not in our short list, without its id. */
  readonly vendorId: string | null;
  /** Null only where the source names the card without its id. */
  readonly deviceId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  /** Four digits: 0300 VGA, 0302 3D, 0380 other. */
  readonly classId: string | null;
  /** As the source names it (ids database); null where it gives ids only. */
  readonly name: string | null;
  /** The kernel driver bound; null: none, or not said (see driverRead). */
  readonly driver: string | null;
  readonly driverRead: boolean;
  readonly capability: Capability;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const displays = defineProbe({
  key: 'displays',
  question: 'Which display devices are on the PCI bus, and what do their ids and config spaces say?',
  observe: { linux: (): Promise<readonly PciDisplay[]> => Promise.reject(notInSource('displays')) },
});
