/**
 * The output of lspci in any of its forms: plain, -n, -nn, -k, -v, -x, -mm, -vmm, with or without a names database, whole
 * or grepped, several of them in one text.
 */
import type { PciDisplay } from '../displays.ts';
import { parseConfigSpace } from './config-space.ts';
import { withoutFields } from './lspci-fields.ts';
import { parseDevice, parseHead, type Head } from './lspci-head.ts';

/** What a text says of one PCI function: its head line, and what stands below it. */
type Block = { readonly head: Head; readonly below: readonly string[] };

/** The displays named in a text; undefined where it names no PCI function at all. */
export function parseLspci(text: string): readonly PciDisplay[] | undefined {
  const lines = withoutFields(text.replaceAll('\r\n', '\n')).split('\n');
  // `lspci -k | grep -i nvidia` loses the line that names another driver: what is not there then says nothing.
  const grepped = lines.every((line) => line.trim() === '' || /nvidia/i.test(line));
  const blocks = blocksOf(lines);
  if (blocks.length === 0) return undefined;
  const displays = blocks.map(({ head, below }) => {
    const said = fromText({ head, below }, grepped);
    const config = parseConfigSpace(hexDump(below));
    return config ? both({ ...said, ...config }, said) : said;
  });
  return merged(displays.filter(({ classId }) => classId?.startsWith('03')));
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { head: Head; below: string[] }[] = [];
  for (const line of lines) {
    const head = parseHead(line);
    if (head) blocks.push({ head, below: [] });
    else blocks.at(-1)?.below.push(line);
  }
  return blocks;
}

function fromText({ head, below }: Block, grepped: boolean): PciDisplay {
  const text = below.join('\n');
  const subsystem = parseDevice(/^[>\s]*Subsystem(?: id)?:\s+(.+?)\s*$/m.exec(text)?.[1] ?? '');
  const driver = /Kernel driver in use:\s+(\S+)/.exec(text)?.[1] ?? null;
  const verbose = /^[>\s]*(Flags|Control):\s/m.test(text);
  const detailed = !grepped && /^[>\s]*(Subsystem|Kernel modules):/m.test(text);
  return {
    ...head,
    subsystemVendorId: subsystem.deviceId === null ? null : subsystem.vendorId,
    subsystemDeviceId: subsystem.deviceId,
    driver,
    driverRead: driver !== null || verbose || detailed,
    capability: { kind: 'unread' },
  };
}

/** The lines "c0: 00 01 …" from offset 0 on, as far as they follow each other. */
function hexDump(lines: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  for (const line of lines) {
    const [, offset, row] = /^[>\s]*([0-9a-f]{2,3}):((?: [0-9a-f]{2}){16})\s*$/i.exec(line) ?? [];
    if (offset === undefined || row === undefined || Number.parseInt(offset, 16) !== bytes.length) continue;
    bytes.push(
      ...row
        .trim()
        .split(' ')
        .map((byte) => Number.parseInt(byte, 16)),
    );
  }
  return Uint8Array.from(bytes);
}

/** A function that is listed twice (lspci, then lspci -k) is one function. */
function merged(displays: readonly PciDisplay[]): readonly PciDisplay[] {
  const found = new Map<string, PciDisplay>();
  displays.forEach((display, index) => {
    const key = display.address ?? `#${index}`;
    const earlier = found.get(key);
    found.set(key, earlier ? both(earlier, display) : display);
  });
  return [...found.values()];
}

const both = (a: PciDisplay, b: PciDisplay): PciDisplay => ({
  address: a.address,
  vendorId: a.vendorId ?? b.vendorId,
  deviceId: a.deviceId ?? b.deviceId,
  subsystemVendorId: a.subsystemVendorId ?? b.subsystemVendorId,
  subsystemDeviceId: a.subsystemDeviceId ?? b.subsystemDeviceId,
  classId: a.classId ?? b.classId,
  name: a.name ?? b.name,
  driver: a.driver ?? b.driver,
  driverRead: a.driverRead || b.driverRead,
  capability: a.capability.kind === 'unread' ? b.capability : a.capability,
});
