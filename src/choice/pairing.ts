import type { PciDisplay } from '../probes/displays.ts';
import type { SmiGpu } from '../probes/nvidia-smi.ts';

/** One GPU as the PCI bus shows it, as nvidia-smi shows it, or both. */
export type Seen = { readonly pci: PciDisplay | null; readonly smi: SmiGpu | null };

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

const sameIds = (pci: PciDisplay, smi: SmiGpu): boolean =>
  agree(pci.deviceId, smi.deviceId) &&
  agree(pci.subsystemVendorId, smi.subsystemVendorId) &&
  agree(pci.subsystemDeviceId, smi.subsystemDeviceId);

const sameAddress = (pci: PciDisplay, smi: SmiGpu): boolean => pci.address !== null && pci.address === smi.address;

/** The bus shows every GPU: an entry without address and ids that matches none of them is no further GPU. */
const canBePlaced = ({ address, deviceId }: SmiGpu): boolean => address !== null || deviceId !== null;

/** Joins both views by address; where one of them gives none, by ids, in order. */
export function paired(displays: readonly PciDisplay[], listed: readonly SmiGpu[]): readonly Seen[] {
  const left = [...listed];
  const take = (fits: (smi: SmiGpu) => boolean): SmiGpu | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const byAddress = displays.map((pci) => ({ pci, smi: take((smi) => sameAddress(pci, smi)) }));
  const byIds = byAddress.map(({ pci, smi }) => ({
    pci,
    smi: smi ?? take((other) => agree(pci.address, other.address) && sameIds(pci, other)),
  }));
  const others = displays.length === 0 ? left : left.filter(canBePlaced);
  return [...byIds, ...others.map((smi) => ({ pci: null, smi }))];
}
