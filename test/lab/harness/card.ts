// The cards that the guests see: their configuration space, and what fakegpu needs so that a driver takes them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Card = {
  name: string; device: number; subsystem: number; class: number;
  /** The chip id that a driver reads first from the card's registers. */
  boot0: number;
  /** What a host since vGPU 12 writes into the capability of a vGPU since Turing. */
  hostDriver?: { version: string; branch: string };
};

const P40 = { device: 0x1b38, class: 0x0302, boot0: 0x132000a1 };
export const CARDS = {
  p40: { ...P40, name: 'Tesla P40', subsystem: 0x11d9 },
  'p40-8q': { ...P40, name: 'GRID P40-8Q', subsystem: 0x11ed },
  /** Backed by a GPU instance of MIG. */
  'a100x-3-20c': {
    name: 'GRID A100X-3-20C', device: 0x20b0, subsystem: 0x1471, class: 0x0302, boot0: 0x170000a1,
    hostDriver: { version: '525.105.14', branch: 'r525_00' },
  },
  't4-8q': {
    name: 'GRID T4-8Q', device: 0x1eb8, subsystem: 0x130f, class: 0x0300, boot0: 0x164000a1,
    hostDriver: { version: '525.105.14', branch: 'r525_00' },
  },
} satisfies Record<string, Card>;

const NVIDIA = 0x10de;
export const ADDRESS = '0000:02:01.0';
/** 16 MiB below the 2 GiB of the smallest guest, kept from its kernel and used as the card's registers. */
export const REGISTERS = 0x70000000;

/** 288 MiB of addresses that nobody else uses: for the windows to the card's memory. */
export const WINDOW = 0xd0000000;

export function configSpace(card: Card): Buffer {
  const space = Buffer.alloc(256);
  space.writeUInt16LE(NVIDIA, 0x00);
  space.writeUInt16LE(card.device, 0x02);
  space.writeUInt16LE(0x0002, 0x04); // answers to memory
  space.writeUInt8(0xa1, 0x08);
  space.writeUInt16LE(card.class, 0x0a);
  space.writeUInt16LE(NVIDIA, 0x2c);
  space.writeUInt16LE(card.subsystem, 0x2e);
  space.writeUInt8(10, 0x3c);
  space.writeUInt8(1, 0x3d);
  if (card.hostDriver) writeHostDriver(space, card.hostDriver);
  return space;
}

/** A vendor-specific capability at 0xd0: 'VF', then a record of type 0 with the host's version and branch, ten bytes each. */
function writeHostDriver(space: Buffer, { version, branch }: { version: string; branch: string }) {
  space.writeUInt16LE(0x0010, 0x06); // has a capability list
  space.writeUInt8(0xd0, 0x34);
  space.set([0x09, 0x00, 0x1b, 0x56, 0x46, 0x00, 0x16], 0xd0);
  space.write(version, 0xd7, 10, 'latin1');
  space.write(branch, 0xe1, 10, 'latin1');
}

export function installCard(root: string, card: Card) {
  mkdirSync(join(root, 'lib/fakegpu'), { recursive: true });
  writeFileSync(join(root, 'lib/fakegpu/config.bin'), configSpace(card));
  writeFileSync(join(root, 'etc/modprobe.d/fakegpu.conf'), `options fakegpu bar0=${REGISTERS} boot0=${card.boot0} irq=10 window=${WINDOW}\n`);
}

/** The card as sysfs shows it, for a container, whose kernel is the machine's. */
export function pciTree(dir: string, card: Card) {
  const hex = (value: number, digits = 4) => `0x${value.toString(16).padStart(digits, '0')}\n`;
  const at = join(dir, 'devices', ADDRESS);
  mkdirSync(at, { recursive: true });
  for (const folder of ['slots', 'drivers']) mkdirSync(join(dir, folder));
  const files: Record<string, string | Buffer> = {
    vendor: hex(NVIDIA), device: hex(card.device), subsystem_vendor: hex(NVIDIA), subsystem_device: hex(card.subsystem),
    class: hex(card.class << 8, 6), revision: '0xa1\n', irq: '10\n', config: configSpace(card), uevent: '',
    resource: `0x${REGISTERS.toString(16).padStart(16, '0')} 0x0000000070ffffff 0x0000000000040200\n${'0x0000000000000000 0x0000000000000000 0x0000000000000000\n'.repeat(12)}`,
    modalias: `pci:v000010DEd${upper(card.device)}sv000010DEsd${upper(card.subsystem)}bc03sc${(card.class & 0xff).toString(16).padStart(2, '0')}i00\n`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(at, name), content);
}

const upper = (id: number) => id.toString(16).toUpperCase().padStart(8, '0');
