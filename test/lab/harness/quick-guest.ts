// A vGPU guest in a container, with stand-ins for what a container has no kernel for: quick enough to do a thing a
// hundred times.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFile } from './cache.ts';
import { CARDS, type Card } from './card.ts';
import { Container } from './container.ts';
import { discard, makeDisk, onDisk } from './disk.ts';
import { withProgram } from './media.ts';
import { kernelOf, type Kind } from './root.ts';

const HERE = join(import.meta.dirname, '..');
export const KILL_AT = '/usr/local/lib/lab/kill-at';
const START = '/usr/local/lib/lab/start';

export type QuickOptions = {
  /** Its kernel has nouveau, which takes the card at every boot that no blacklist keeps it from. */
  nouveau?: boolean;
  /** Default: cloud. */
  kind?: Kind;
  offline?: boolean;
  allowed?: readonly string[];
  /** Default: a GRID P40-8Q. */
  card?: Card;
  /** A disk image to begin from; default: the guest of its kind. */
  image?: string;
};

/** What a container lacks. */
export function putStandIns(root: string, { nouveau = false }: QuickOptions) {
  const lab = join(root, 'usr/local/lib/lab');
  mkdirSync(lab, { recursive: true });
  copyFileSync(join(HERE, 'guest/kill-at'), join(root, KILL_AT));
  copyFileSync(join(HERE, 'stand-in/container/start'), join(root, START));
  symlinkSync('/bin/kmod', join(lab, 'modprobe')); // kmod is whatever it is called by
  const modprobe = join(root, 'usr/sbin/modprobe');
  rmSync(modprobe);
  copyFileSync(join(HERE, 'stand-in/container/modprobe'), modprobe);
  for (const file of [join(root, KILL_AT), join(root, START), modprobe]) chmodSync(file, 0o755);
  copyFileSync(join(HERE, 'stand-in/container/lab-start.service'), join(root, 'etc/systemd/system/lab-start.service'));
  mkdirSync(join(root, 'etc/systemd/system/sysinit.target.wants'), { recursive: true });
  symlinkSync('../lab-start.service', join(root, 'etc/systemd/system/sysinit.target.wants/lab-start.service'));
  if (nouveau) writeFileSync(join(lab, 'has-nouveau'), '');
}

/** So that the disk boots in a virtual machine. An initramfs that was packed meanwhile holds the stand-in as well. */
export function takeStandIns(root: string) {
  for (const path of ['etc/systemd/system/sysinit.target.wants/lab-start.service', 'etc/systemd/system/lab-start.service', 'usr/sbin/modprobe', 'usr/local/lib/lab'])
    rmSync(join(root, path), { recursive: true, force: true });
  symlinkSync('/bin/kmod', join(root, 'usr/sbin/modprobe'));
  execFileSync('chroot', [root, 'update-initramfs', '-u', '-k', kernelOf(root)], { stdio: 'pipe' });
}

/** In memory where there is room: half of the time goes into waiting for the disk otherwise. */
function quickFile(name: string): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return workFile(`${name}.img`);
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 1024 ** 3 ? join(memory, `gpu-guest-lab-${process.pid}-${name}.img`) : workFile(`${name}.img`);
}

/** Guests with the same media are the same to the byte. */
export async function withQuickGuest<T>(name: string, media: string, use: (guest: Container) => Promise<T>, options: QuickOptions = {}): Promise<T> {
  const card = options.card ?? CARDS['p40-8q'];
  const disk = await makeDisk(name, options.kind ?? 'cloud', card, withProgram(media), quickFile(name), options.image);
  try {
    return await onDisk(disk, async root => {
      putStandIns(root, options);
      const guest = new Container(root, { card, ...(options.offline && { offline: true }), ...(options.allowed && { allowed: options.allowed }) });
      try {
        await guest.started();
        return await use(guest);
      } finally {
        await guest.stop();
      }
    });
  } finally {
    discard(disk);
  }
}
