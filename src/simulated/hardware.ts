/** Cards on the PCI bus of a simulated guest, as sysfs shows them. */
import type { Files } from './files.ts';

export type Card = {
  readonly address: string;
  readonly vendorId: string;
  readonly deviceId: string;
  readonly subsystemVendorId: string;
  readonly subsystemDeviceId: string;
  /** 0300 VGA, 0302 3D */
  readonly classId: string;
  /** The record that a vGPU's vendor-specific capability carries (k8s-device-plugin, internal/vgpu). */
  readonly host?: { readonly version: string; readonly branch: string };
};

const CAPABILITY_AT = 0xd0;
const CAPABILITY_LENGTH = 0x1b;

function littleEndian(bytes: Uint8Array, at: number, id: string): void {
  const value = Number.parseInt(id, 16);
  bytes[at] = value & 0xff;
  bytes[at + 1] = value >> 8;
}

/** 256 bytes of configuration space; with a host, the capability 0x09 'VF' at 0xd0. */
export function configSpace(card: Card): Uint8Array {
  const bytes = new Uint8Array(256);
  littleEndian(bytes, 0x00, card.vendorId);
  littleEndian(bytes, 0x02, card.deviceId);
  littleEndian(bytes, 0x0a, card.classId);
  littleEndian(bytes, 0x2c, card.subsystemVendorId);
  littleEndian(bytes, 0x2e, card.subsystemDeviceId);
  if (card.host === undefined) return bytes;
  bytes[0x06] = 0x10;
  bytes[0x34] = CAPABILITY_AT;
  const ascii = new TextEncoder();
  bytes.set([0x09, 0x00, CAPABILITY_LENGTH, 0x56, 0x46, 0x00, 0x16], CAPABILITY_AT);
  bytes.set(ascii.encode(card.host.version).subarray(0, 10), CAPABILITY_AT + 7);
  bytes.set(ascii.encode(card.host.branch).subarray(0, 10), CAPABILITY_AT + 17);
  return bytes;
}

const folderOf = (address: string): string => `/sys/bus/pci/devices/${address}`;

export function plugIn(files: Files, card: Card): void {
  const folder = folderOf(card.address);
  files.write(`${folder}/vendor`, `0x${card.vendorId}\n`);
  files.write(`${folder}/device`, `0x${card.deviceId}\n`);
  files.write(`${folder}/subsystem_vendor`, `0x${card.subsystemVendorId}\n`);
  files.write(`${folder}/subsystem_device`, `0x${card.subsystemDeviceId}\n`);
  files.write(`${folder}/class`, `0x${card.classId}00\n`);
  files.put(`${folder}/config`, { kind: 'file', bytes: configSpace(card), mode: 0o644, uid: 0, gid: 0, modifiedMs: 0 });
}

/** Addresses of the NVIDIA display devices on the bus. */
export const nvidiaCards = (files: Files): readonly string[] =>
  (files.names('/sys/bus/pci/devices') ?? []).filter(
    (address) =>
      files.text(`${folderOf(address)}/vendor`)?.trim() === '0x10de' &&
      files.text(`${folderOf(address)}/class`)?.startsWith('0x03') === true,
  );

/** Binds a kernel driver to every NVIDIA card that has none; null unbinds. */
export function bind(files: Files, driver: string | null): void {
  for (const address of nvidiaCards(files)) {
    const link = `${folderOf(address)}/driver`;
    if (driver === null) files.removeTree(link);
    else if (files.at(link) === undefined) files.link(link, `../../../bus/pci/drivers/${driver}`);
  }
}

export const boundTo = (files: Files, address: string): string | null => {
  const entry = files.at(`${folderOf(address)}/driver`);
  return entry?.kind === 'link' ? entry.target.slice(entry.target.lastIndexOf('/') + 1) : null;
};
