// A guest's disk: a copy of a prepared one, changed from outside while nothing runs on it.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workFile } from './cache.ts';
import { installCard, REGISTERS, type Card } from './card.ts';
import { guest, type Kind } from './root.ts';
import { shell, sh } from './shell.ts';

export type Disk = { file: string; kind: Kind; format: 'raw' | 'qcow2' };

const BOOT = `default lab
prompt 0
label lab
  kernel /vmlinuz
  initrd /initrd.img
  append root=/dev/vda rw console=ttyS0 quiet systemd.show_status=0 memmap=16M$0x${REGISTERS.toString(16)}
`;

/** extra: paths on this machine by the path that they get in the guest. file: where the disk lies. image: what it begins as, where not as the guest of its kind. */
export async function makeDisk(name: string, kind: Kind, card: Card, extra: Record<string, string> = {}, file = workFile(`${name}.img`), image?: string): Promise<Disk> {
  const disk: Disk = { file, kind, format: 'raw' };
  await shell(['cp', '--reflink=auto', '--sparse=always', image ?? join(await guest(kind), 'disk.img'), disk.file], { limitMs: 300_000 });
  await onDisk(disk, async root => {
    installCard(root, card);
    writeFileSync(join(root, 'boot/extlinux/extlinux.conf'), BOOT);
    for (const [inside, outside] of Object.entries(extra)) put(root, inside, outside);
  });
  return disk;
}

export function put(root: string, inside: string, outside: string) {
  const target = join(root, inside);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(outside, target, { recursive: true });
}

/** A disk that begins as another and keeps its own changes only. The other must stay as it is. */
export async function overlay(base: Disk, name: string): Promise<Disk> {
  const disk: Disk = { file: workFile(`${name}.qcow2`), kind: base.kind, format: 'qcow2' };
  rmSync(disk.file, { force: true });
  await shell(['qemu-img', 'create', '-q', '-f', 'qcow2', '-b', base.file, '-F', base.format, disk.file]);
  return disk;
}

export async function copyDisk(from: Disk, name: string): Promise<Disk> {
  const disk: Disk = { ...from, file: workFile(`${name}.${from.format}`) };
  await shell(['cp', '--reflink=auto', '--sparse=always', from.file, disk.file], { limitMs: 300_000 });
  return disk;
}

/** With the disk mounted; nothing may run on it meanwhile. */
export async function onDisk<T>(disk: Disk, use: (root: string) => Promise<T>): Promise<T> {
  const mount = `${disk.file}.mnt`;
  if (disk.format !== 'raw') throw new Error(`${disk.file} cannot be mounted, it is ${disk.format}`);
  mkdirSync(mount, { recursive: true });
  await shell(['mount', '-o', 'loop', disk.file, mount]);
  try {
    return await use(mount);
  } finally {
    await sh(`umount -R '${mount}' || { sleep 2; umount -R '${mount}' || umount -Rl '${mount}'; }`);
    rmSync(mount, { recursive: true, force: true });
  }
}

export function discard(...disks: (Disk | undefined)[]) {
  for (const disk of disks) if (disk && existsSync(disk.file)) rmSync(disk.file);
}
