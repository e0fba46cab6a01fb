import { cardsAlike, gpuById, gpusByName } from '../catalog/gpus.ts';
import { runsCuda, vgpuTypeByIds, vgpuTypeByName, vgpuTypeBySubsystem } from '../catalog/vgpu-types.ts';
import type { Gpu, HostDriver, Vgpu } from '../domain/gpu.ts';
import type { Capability } from '../probes/displays.ts';
import { cardName } from './card-name.ts';
import { modeOf, type Setting } from './mode.ts';
import type { Seen } from './pairing.ts';

type Subsystem = { readonly vendorId: string; readonly deviceId: string };

/** What both views say of one GPU, in one place; ids that only its name tells are taken from the catalogue. */
type Known = {
  readonly deviceId: string | null;
  readonly subsystem: Subsystem | null;
  readonly capability: Capability;
  readonly smiName: string | null;
};

const UNREAD: Capability = { kind: 'unread' };

/** A GPU as the bus, nvidia-smi or both show it, with what the catalogue knows of it. */
export function gpuFrom(seen: Seen, setting: Setting): Gpu {
  const known = knownOf(seen);
  const { reason, ...verdict } = modeOf({ ...known, smi: seen.smi, setting });
  const card = cardOf(known);
  const architecture = card?.arch ?? seen.smi?.architecture ?? null;
  const vgpu = verdict.mode === 'vgpu' ? vgpuFrom(known, architecture) : null;
  return {
    ...place(seen),
    vendorId: '10de',
    deviceId: known.deviceId,
    ...subsystemFields(known.subsystem),
    name: nameOf(known, vgpu) ?? (seen.pci ? seen.pci.name : null),
    architecture,
    cardClass: card ? card.class : null,
    ...verdict,
    modeReason: reason,
    vgpu,
    mig: migOf(seen),
  };
}

const cardOf = ({ deviceId, smiName }: Known) =>
  deviceId === null ? cardsAlike(smiName ?? '')[0] : gpuById(deviceId);

function knownOf({ pci, smi }: Seen): Known {
  const smiName = smi ? smi.productName : null;
  const subsystem = subsystemOf(pci) ?? subsystemOf(smi);
  return {
    deviceId: pci?.deviceId ?? smi?.deviceId ?? deviceIdFromNames(smiName, pci ? pci.name : null, subsystem),
    subsystem,
    capability: pci ? pci.capability : UNREAD,
    smiName,
  };
}

function deviceIdFromNames(smiName: string | null, busName: string | null, subsystem: Subsystem | null): string | null {
  const type = subsystem?.vendorId === '10de' ? vgpuTypeBySubsystem(subsystem.deviceId) : undefined;
  return deviceIdFromName(smiName ?? '') ?? type?.id.slice(0, 4) ?? deviceIdFromChip(busName ?? '');
}

/** lspci without -n: "NVIDIA Corporation TU104GL [Tesla T4]"; chip and product must both be one card's only. */
function deviceIdFromChip(busName: string): string | null {
  const [, chip = '', product = ''] = /(\S+) \[([^\]]+)\]$/.exec(busName) ?? [];
  const [card, ...others] = gpusByName(product).filter((one) => chip.startsWith(one.chip));
  return card && others.length === 0 ? card.id : null;
}

/** By the name alone, where it is one card's only. */
function deviceIdFromName(name: string): string | null {
  const [card, ...others] = gpusByName(name);
  const only = card && others.length === 0 ? card.id : null;
  return vgpuTypeByName(name)?.deviceId ?? only;
}

/** Registers that nobody set read as 0000 or ffff: no subsystem is given. */
const isGiven = (id: string | null): id is string => id !== null && !/^(?:0000|ffff)?$/.test(id);

function subsystemOf(
  view: { readonly subsystemVendorId: string | null; readonly subsystemDeviceId: string | null } | null,
): Subsystem | null {
  const [vendorId, deviceId] = [view?.subsystemVendorId ?? null, view?.subsystemDeviceId ?? null];
  return isGiven(vendorId) && isGiven(deviceId) ? { vendorId, deviceId } : null;
}

const subsystemFields = (subsystem: Subsystem | null): Pick<Gpu, 'subsystemVendorId' | 'subsystemDeviceId'> => ({
  subsystemVendorId: subsystem?.vendorId ?? null,
  subsystemDeviceId: subsystem?.deviceId ?? null,
});

/** nvidia-smi lists only what the nvidia driver holds. */
const place = (seen: Seen): Pick<Gpu, 'address' | 'classId' | 'boundDriver'> => ({
  address: seen.pci?.address ?? seen.smi?.address ?? null,
  classId: seen.pci ? seen.pci.classId : null,
  boundDriver: boundDriverOf(seen),
});

function boundDriverOf({ pci, smi }: Seen): string | null {
  if (pci?.driverRead) return pci.driver;
  return smi ? 'nvidia' : (pci?.driver ?? null);
}

const nameOf = ({ deviceId, subsystem, smiName }: Known, vgpu: Vgpu | null): string | null => {
  const card = gpuById(deviceId ?? '');
  return card ? cardName(card, subsystem, vgpu?.type ?? null, smiName) : smiName;
};

const migOf = ({ smi }: Seen): Gpu['mig'] => (smi?.migMode == null ? null : { enabled: smi.migMode === 'enabled' });

function vgpuFrom({ deviceId, subsystem, capability, smiName }: Known, architecture: string | null): Vgpu {
  const hostDriver = hostDriverOf(capability);
  const type =
    vgpuTypeByIds(deviceId ?? '', subsystem?.vendorId === '10de' ? subsystem.deviceId : '') ??
    vgpuTypeByName(smiName ?? '');
  if (!type) return { type: null, series: null, framebufferMiB: null, cuda: null, hostDriver };
  const { name, series, framebufferMiB } = type;
  return { type: name, series, framebufferMiB, cuda: runsCuda(series, framebufferMiB, architecture), hostDriver };
}

const hostDriverOf = (capability: Capability): HostDriver | null =>
  capability.kind === 'vf' && capability.hostVersion !== null
    ? { version: capability.hostVersion, branch: capability.hostBranch ?? '' }
    : null;
