// A guest that is reached as any server is: over SSH, by a user who may become root. And its clone in QEMU, which
// cloud-init takes into use.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFile } from './cache.ts';
import { Container } from './container.ts';
import { onDisk, type Disk } from './disk.ts';
import { putStandIns, takeStandIns } from './quick-guest.ts';
import { CARD } from './reachable-disk.ts';
import { freePort } from './served-guest.ts';
import { shell } from './shell.ts';
import { boot, type VirtualMachine } from './virtual-machine.ts';

const SSHD = 'etc/ssh/sshd_config.d/lab.conf';
/** Where cloud-init finds who it is on a machine that has no disc for it. */
const SEED = 'var/lib/cloud/seed/nocloud-net';

/** The disk's system in a container, taken into use by cloud-init, with sshd on a port of this machine; afterwards the disk boots in QEMU. */
export async function reached<T>(disk: Disk, use: (guest: Container, port: number) => Promise<T>, { nouveau = false } = {}): Promise<T> {
  return onDisk(disk, async root => {
    const port = await freePort();
    putStandIns(root, { nouveau });
    writeFileSync(join(root, SSHD), `Port ${port}\nListenAddress 127.0.0.1\n`);
    mkdirSync(join(root, SEED), { recursive: true });
    writeFileSync(join(root, SEED, 'user-data'), '#cloud-config\n{}\n');
    writeFileSync(join(root, SEED, 'meta-data'), 'instance-id: builder\n');
    const container = new Container(root, { card: CARD });
    try {
      await container.started();
      return await use(container, port);
    } finally {
      await container.stop();
      for (const path of [SSHD, SEED]) rmSync(join(root, path), { recursive: true, force: true });
      takeStandIns(root);
    }
  });
}

/** The disc by which a cloud tells a guest who it is (cloud-init's NoCloud). */
async function seedDisc(name: string, userData: string): Promise<string> {
  const dir = workFile(`${name}-seed`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'user-data'), userData);
  writeFileSync(join(dir, 'meta-data'), `instance-id: ${name}\nlocal-hostname: ${name}\n`);
  await shell(['xorriso', '-as', 'mkisofs', '-quiet', '-volid', 'cidata', '-joliet', '-rational-rock', '-o', `${dir}.iso`, dir]);
  rmSync(dir, { recursive: true });
  return `${dir}.iso`;
}

export const template = (path: string) => join(import.meta.dirname, '../../../templates', path);

export type Template = 'clone.yml' | 'first-boot.yml';
type UserData = { readonly template: Template; readonly token: string; readonly disks: readonly string[] };

/** Several boot beside each other, and all that they do at their first start comes before. */
const FIRST_BOOT_MS = 1_200_000;

/** A sealed disk, started as a clone that cloud-init takes into use by one of the templates. */
export async function cloneBoots<T>(disk: Disk, name: string, data: UserData, use: (guest: VirtualMachine) => Promise<T>): Promise<T> {
  const userData = readFileSync(template(`cloud-init/${data.template}`), 'utf8').replace('TOKEN-IN-BASE64', Buffer.from(data.token).toString('base64'));
  const seed = await seedDisc(name, userData);
  const machine = await boot(disk, { disks: [seed, ...data.disks], limitMs: FIRST_BOOT_MS });
  try {
    return await use(machine);
  } finally {
    await machine.powerCut();
    rmSync(seed);
  }
}
