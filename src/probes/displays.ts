import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { parseConfigSpace } from './pci/config-space.ts';
import { parseLspci } from './pci/lspci.ts';
import { NAME_FILES, nameIn } from './pci/names.ts';
import { defineProbe } from './probe.ts';
import { displaysOfWindows } from './windows/ask-displays.ts';
import type { WindowsDisplay } from './windows/display-records.ts';

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

const BUS = '/sys/bus/pci/devices';
const NVIDIA = '10de';

export const displays = defineProbe({
  key: 'displays',
  question: 'Which display devices are on the PCI bus, and what do their ids and config spaces say?',
  observe: {
    linux: async (machine) => (await fromSysfs(machine)) ?? (await fromLspci(machine)),
    windows: async (machine) => (await displaysOfWindows(machine)).map(asPciDisplay),
  },
});

/** Undefined where there is no such tree: a recorded text, or an image that is mounted. */
async function fromSysfs(machine: Observer): Promise<readonly PciDisplay[] | undefined> {
  const addresses = await ifObservable(machine.list(BUS));
  if (!addresses) return undefined;
  const found = await Promise.all(addresses.map((address) => displayAt(machine, address)));
  const shown = found.filter((display) => display !== null);
  return shown.some(({ vendorId }) => vendorId !== NVIDIA) ? await named(machine, shown) : shown;
}

async function displayAt(machine: Observer, address: string): Promise<PciDisplay | null> {
  const read = (file: string) => machine.read(`${BUS}/${address}/${file}`);
  // A capture made by hand may have some of these files only.
  const id = async (file: string) => idIn(await ifObservable(read(file)));
  const classId = idIn(await read('class'));
  if (!classId?.startsWith('03')) return null;
  const [vendorId, deviceId, subsystemVendorId, subsystemDeviceId, driver, capability] = await Promise.all([
    id('vendor'),
    id('device'),
    id('subsystem_vendor'),
    id('subsystem_device'),
    ifObservable(machine.status(`${BUS}/${address}/driver`).then((status) => status ?? 'none')),
    capabilityAt(machine, address),
  ]);
  return {
    address: address.toLowerCase(),
    vendorId,
    deviceId,
    subsystemVendorId: subsystemVendorId === '0000' ? null : subsystemVendorId,
    subsystemDeviceId: subsystemVendorId === '0000' ? null : subsystemDeviceId,
    classId: classId.slice(0, 4),
    name: null,
    driver: driver === 'none' ? null : (driver?.target?.split('/').at(-1) ?? null),
    driverRead: driver !== undefined,
    capability,
  };
}

/** 64 bytes for a user, all of it for root. That it cannot be read at all is said by `unread`. */
async function capabilityAt(machine: Observer, address: string): Promise<Capability> {
  const bytes = await ifObservable(machine.readBytes(`${BUS}/${address}/config`));
  return (bytes && parseConfigSpace(bytes))?.capability ?? { kind: 'unread' };
}

/** "0x030200" → "030200". */
const idIn = (text: string | undefined): string | null =>
  /^0x([0-9a-f]+)/i.exec(text ?? '')?.[1]?.toLowerCase() ?? null;

/** Names are for people only; NVIDIA's come from our own catalogue. */
async function named(machine: Observer, shown: readonly PciDisplay[]): Promise<readonly PciDisplay[]> {
  let ids: string | undefined;
  for (const file of NAME_FILES) ids ??= await ifObservable(machine.read(file));
  return shown.map((display) => ({ ...display, name: nameFor(display, ids) }));
}

function nameFor({ vendorId, deviceId }: PciDisplay, ids: string | undefined): string | null {
  if (ids === undefined || vendorId === null || deviceId === null || vendorId === NVIDIA) return null;
  return nameIn(ids, vendorId, deviceId);
}

async function fromLspci(machine: Observer): Promise<readonly PciDisplay[]> {
  const { stdout, stderr } = await machine.run(['lspci', '-Dnnk']);
  const found = parseLspci(stdout);
  if (!found) throw unreadable('lspci', stderr || stdout);
  return found;
}

/** A text of Windows names neither the place on the bus, nor the class, nor the driver's service. */
const asPciDisplay = ({
  name,
  vendorId,
  deviceId,
  subsystemVendorId,
  subsystemDeviceId,
  classId = null,
  address = null,
  service,
}: WindowsDisplay): PciDisplay => ({
  address,
  vendorId: vendorId ?? (/NVIDIA/i.test(name ?? '') ? NVIDIA : null),
  deviceId,
  subsystemVendorId,
  subsystemDeviceId,
  classId,
  name,
  driver: service ?? null,
  driverRead: service !== undefined,
  capability: { kind: 'unread' },
});
