/**
 * PCI configuration space. The capability list is walked as NVIDIA's k8s-device-plugin does (internal/vgpu), with guards:
 * a list may loop, and a record of length 0 would never end.
 */
import type { Capability } from '../displays.ts';

export type ConfigSpace = {
  readonly vendorId: string;
  readonly deviceId: string;
  /** Four digits: 0300 VGA, 0302 3D, 0380 other. */
  readonly classId: string;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  readonly capability: Capability;
};

const WHOLE = 256;
const STATUS = 0x06;
const HAS_CAPABILITIES = 0x10;
const LIST_HEAD = 0x34;
const VENDOR_SPECIFIC = 0x09;
const FIRST_RECORD = 5;
const HOST_DRIVER_RECORD = 0;
const TEXT_LENGTH = 10;

/** `bytes`: 64 (what a user without rights may read) or 256 and more. Undefined where not even the ids are in it. */
export function parseConfigSpace(bytes: Uint8Array): ConfigSpace | undefined {
  if (bytes.length < 16 || word(bytes, 0) === 'ffff') return undefined;
  const isDevice = bytes.length >= 64 && (at(bytes, 0x0e) & 0x7f) === 0;
  const subsystemVendorId = isDevice ? word(bytes, 0x2c) : '0000';
  const hasSubsystem = subsystemVendorId !== '0000' && subsystemVendorId !== 'ffff';
  return {
    vendorId: word(bytes, 0x00),
    deviceId: word(bytes, 0x02),
    classId: word(bytes, 0x0a),
    subsystemVendorId: hasSubsystem ? subsystemVendorId : null,
    subsystemDeviceId: hasSubsystem ? word(bytes, 0x2e) : null,
    capability: capabilityOf(bytes),
  };
}

function capabilityOf(bytes: Uint8Array): Capability {
  if (bytes.length < 64) return { kind: 'unread' };
  if ((at(bytes, STATUS) & HAS_CAPABILITIES) === 0) return { kind: 'no-vf' };
  if (bytes.length < WHOLE) return { kind: 'unread' };
  const capability = vendorSpecific(bytes);
  if (at(capability, 3) !== 0x56 || at(capability, 4) !== 0x46) return { kind: 'no-vf' };
  const { version, branch } = hostDriver(capability);
  return { kind: 'vf', hostVersion: version, hostBranch: branch };
}

/** The first vendor-specific capability; NVIDIA's own code does not look further. Empty where there is none. */
function vendorSpecific(bytes: Uint8Array): Uint8Array {
  const visited = new Set<number>();
  for (let p = at(bytes, LIST_HEAD); p !== 0 && !visited.has(p); p = at(bytes, p + 1)) {
    const id = at(bytes, p);
    if (id === 0xff) break;
    if (id === VENDOR_SPECIFIC) return bytes.subarray(p, p + at(bytes, p + 2));
    visited.add(p);
  }
  return new Uint8Array();
}

function hostDriver(capability: Uint8Array): { readonly version: string | null; readonly branch: string | null } {
  let p = FIRST_RECORD;
  while (p < capability.length && at(capability, p) !== HOST_DRIVER_RECORD) {
    const length = at(capability, p + 1);
    if (length < 2) return { version: null, branch: null };
    p += length;
  }
  const text = (from: number) => {
    const bytes = capability.subarray(from, from + TEXT_LENGTH);
    const end = bytes.indexOf(0);
    return new TextDecoder('latin1').decode(end === -1 ? bytes : bytes.subarray(0, end)).trim();
  };
  const [version, branch] = [text(p + 2), text(p + 2 + TEXT_LENGTH)];
  if (!/^\d+(\.\d+)+$/.test(version)) return { version: null, branch: null };
  return { version, branch: /^[\w.]+$/.test(branch) ? branch : null };
}

const at = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? 0;

/** Little endian, as four hex digits. */
const word = (bytes: Uint8Array, offset: number): string =>
  (at(bytes, offset) | (at(bytes, offset + 1) << 8)).toString(16).padStart(4, '0');
