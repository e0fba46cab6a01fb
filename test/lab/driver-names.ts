// node --import ./test/lab/typescript.mjs test/lab/driver-names.ts [--cards 40] [--types 90] [--seed N]
// Asks NVIDIA's real driver what it calls cards of the catalog: the made-up card gets their ids and the id of their chip, and
// /proc/driver/nvidia tells the model. The catalog is right where the names agree; the driver does not know what is newer.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configSpace, REGISTERS, type Card } from './harness/card.ts';
import { discard, onDisk } from './harness/disk.ts';
import { moments } from './harness/power-cut.ts';
import { realDriverDisk } from './harness/real-driver.ts';
import { boot, type VirtualMachine } from './harness/virtual-machine.ts';

/** What the driver reads first from the registers of each chip. */
const CHIPS: Record<string, number> = {
  GM107: 0x117000a1, GM204: 0x124000a1, GP102: 0x132000a1, GP104: 0x134000a1, GV100: 0x140000a1, TU104: 0x164000a1, GA100: 0x170000a1,
  GA102: 0x172000a1, GA107: 0x177000a1, AD102: 0x192000a1, AD104: 0x194000a1, GH100: 0x180000a1,
};

type Gpu = { id: string; name: string; chip: string; class: string; boards?: { name: string | null; subsystems: string[] }[] };
type Type = { id: string; name: string; formerNames?: string[]; last: string | null };
type Asked = { what: string; ids: string; names: string[]; card: Card };

function table<T>(name: string): T[] {
  const lines = readFileSync(join(import.meta.dirname, `../../resources/knowledge/${name}.jsonl`), 'utf8').trim().split('\n');
  return lines.slice(1).map(line => JSON.parse(line) as T);
}

function sample<T>(rows: T[], count: number, random: () => number): T[] {
  const left = [...rows];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

function candidates() {
  const gpus = table<Gpu>('gpus').filter(gpu => CHIPS[gpu.chip] !== undefined);
  const byId = new Map(gpus.map(gpu => [gpu.id, gpu]));
  const asked = (what: string, device: string, subsystem: string, names: string[], gpu: Gpu): Asked => ({
    what, ids: `10de:${device} 10de:${subsystem}`, names,
    card: { name: names[0]!, device: parseInt(device, 16), subsystem: parseInt(subsystem, 16), class: 0x0302, boot0: CHIPS[gpu.chip]! },
  });
  const boards = gpus.filter(gpu => gpu.class === 'datacenter' || gpu.class === 'workstation').flatMap(gpu => (gpu.boards ?? []).flatMap(board =>
    board.subsystems.filter(id => id.startsWith('10de:')).map(id => asked('board', gpu.id, id.slice(5), [board.name ?? gpu.name, gpu.name], gpu))));
  const types = table<Type>('vgpu-types').flatMap(type => {
    const [device = '', subsystem = ''] = type.id.split(':');
    const gpu = byId.get(device);
    return gpu && type.last ? [asked('vGPU', device, subsystem, [type.name, ...(type.formerNames ?? [])], gpu)] : [];
  });
  return { boards, types };
}

async function modelOf(guest: VirtualMachine, { card }: Asked): Promise<string> {
  const space = configSpace(card).toString('base64');
  const { stdout } = await guest.run(`echo ${space} | base64 -d > /run/card.bin; rmmod fakegpu 2>/dev/null
    modprobe fakegpu config=/run/card.bin bar0=${REGISTERS} boot0=${card.boot0} irq=10
    for i in 1 2 3 4 5 6 7 8; do ls /proc/driver/nvidia/gpus/*/information > /dev/null 2>&1 && break; sleep 0.3; done
    cat /proc/driver/nvidia/gpus/*/information`, { anyStatus: true });
  return /^Model:\s*(.*)$/m.exec(stdout)?.[1]?.trim() ?? 'refused by the driver';
}

const { values } = parseArgs({ options: {
  cards: { type: 'string', default: '40' }, types: { type: 'string', default: '90' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) },
} });
const random = moments(Number(values.seed));
const { boards, types } = candidates();
const asked = [...sample(types, Number(values.types), random), ...sample(boards, Number(values.cards), random)];
const disk = await realDriverDisk('driver-names');
const counts = { same: 0, unknown: 0, other: 0 };
try {
  await onDisk(disk, async root => { writeFileSync(join(root, 'etc/modprobe.d/no-nouveau.conf'), 'blacklist nouveau\n'); });
  const guest = await boot(disk);
  const { stdout: version } = await guest.run('modprobe nvidia-current || modprobe nvidia; cat /proc/driver/nvidia/version', { limitMs: 300_000 });
  console.log(`seed ${values.seed}; ${version.trim()}\n`);
  for (const each of asked) {
    const model = await modelOf(guest, each);
    const verdict = each.names.some(name => name === model || `NVIDIA ${name}` === model) ? 'same' : /^(Unknown|refused|NVIDIA Graphics Device)/.test(model) ? 'unknown' : 'other';
    counts[verdict]++;
    console.log(`${verdict.padEnd(8)} ${each.what.padEnd(6)} ${each.ids.padEnd(20)} ${each.card.name.padEnd(40)} ${verdict === 'same' ? '' : model}`.trimEnd());
  }
  await guest.powerCut();
} finally {
  discard(disk);
}
console.log(`\n${asked.length} asked: ${counts.same} answered with the catalog's name, ${counts.unknown} the driver does not know, ${counts.other} it calls otherwise.`);
process.exitCode = counts.other === 0 ? 0 : 1;
