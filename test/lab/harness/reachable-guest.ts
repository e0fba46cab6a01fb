// A guest that is reached as any server is: over SSH, by a user who may become root. And its clone in QEMU, which
// cloud-init takes into use.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, contents, fresh, workFile } from './cache.ts';
import { CARDS } from './card.ts';
import { Container } from './container.ts';
import { makeDisk, onDisk, type Disk } from './disk.ts';
import { putStandIns, takeStandIns } from './quick-guest.ts';
import { guest, kernelOf } from './root.ts';
import { freePort } from './served-guest.ts';
import { sh, shell } from './shell.ts';
import { boot, type VirtualMachine } from './virtual-machine.ts';

export const ADMIN = 'admin';
const CARD = CARDS['p40-8q'];
const SSHD = 'etc/ssh/sshd_config.d/lab.conf';
/** Where cloud-init finds who it is on a machine that has no disc for it. */
const SEED = 'var/lib/cloud/seed/nocloud-net';

/** The lab's disk, and on it what a cloud image has: sshd, Python, cloud-init, somebody who may become root. */
const prepared = async () => cached('reachable', fresh(await guest('cloud'), contents(import.meta.filename)), async dir => {
  await shell(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', join(dir, 'key')]);
  await onDisk(await makeDisk('reachable', 'cloud', CARD, {}, join(dir, 'disk.img')), async root => {
    await sh(`
      mv ${root}/etc/resolv.conf ${root}/etc/resolv.conf.lab
      cp -L /etc/resolv.conf ${root}/etc/resolv.conf
      trap 'mv ${root}/etc/resolv.conf.lab ${root}/etc/resolv.conf' EXIT
      export DEBIAN_FRONTEND=noninteractive
      chroot ${root} apt-get update -q
      chroot ${root} apt-get install -y -q --no-install-recommends openssh-server python3 cloud-init
      rm -f ${root}/var/cache/apt/archives/*.deb
      chroot ${root} useradd -m -s /bin/bash ${ADMIN}
      echo '${ADMIN} ALL=(ALL) NOPASSWD: ALL' > ${root}/etc/sudoers.d/${ADMIN}
      install -d -m 700 ${root}/home/${ADMIN}/.ssh; cp ${dir}/key.pub ${root}/home/${ADMIN}/.ssh/authorized_keys
      chroot ${root} chown -R ${ADMIN}: /home/${ADMIN}/.ssh
      printf 'network: {config: disabled}\\ndatasource_list: [NoCloud, None]\\nlocale: false\\n' > ${root}/etc/cloud/cloud.cfg.d/99-lab.cfg
      # What reads Packer's disc; where the lab gives one by itself, its drive is virtio's.
      printf 'ata_piix\\nsr_mod\\nisofs\\n' >> ${root}/etc/initramfs-tools/modules
      chroot ${root} update-initramfs -u -k ${kernelOf(root)}`, { limitMs: 600_000 });
  });
});

/** The private key that lets one in. */
export async function adminKey(): Promise<string> {
  const key = workFile('admin-key');
  rmSync(key, { force: true });
  copyFileSync(join(await prepared(), 'key'), key);
  await shell(['chmod', '600', key]);
  return key;
}

/** The disk itself, which stays as it is, and the public key of whom it lets in. */
export async function reachableImage(): Promise<{ readonly file: string; readonly publicKey: string }> {
  const folder = await prepared();
  return { file: join(folder, 'disk.img'), publicKey: readFileSync(join(folder, 'key.pub'), 'utf8').trim() };
}

export async function reachableDisk(name: string): Promise<Disk> {
  const disk: Disk = { file: workFile(`${name}.img`), kind: 'cloud', format: 'raw' };
  await shell(['cp', '--reflink=auto', '--sparse=always', join(await prepared(), 'disk.img'), disk.file], { limitMs: 300_000 });
  return disk;
}

/** The disk's system in a container, taken into use by cloud-init, with sshd on a port of this machine; afterwards the disk boots in QEMU. */
export async function reached(disk: Disk, use: (guest: Container, port: number) => Promise<void>, { nouveau = false } = {}) {
  await onDisk(disk, async root => {
    const port = await freePort();
    putStandIns(root, { nouveau });
    writeFileSync(join(root, SSHD), `Port ${port}\nListenAddress 127.0.0.1\n`);
    mkdirSync(join(root, SEED), { recursive: true });
    writeFileSync(join(root, SEED, 'user-data'), '#cloud-config\n{}\n');
    writeFileSync(join(root, SEED, 'meta-data'), 'instance-id: builder\n');
    const container = new Container(root, { card: CARD });
    try {
      await container.started();
      await use(container, port);
    } finally {
      await container.stop();
    }
    for (const path of [SSHD, SEED]) rmSync(join(root, path), { recursive: true, force: true });
    takeStandIns(root);
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

type UserData = { readonly template: 'clone.yml' | 'first-boot.yml'; readonly token: string; readonly disks?: readonly string[] };

/** A sealed disk, started as a clone that cloud-init takes into use by one of the templates. */
export async function cloneBoots(disk: Disk, name: string, data: UserData, use: (guest: VirtualMachine) => Promise<void>) {
  const userData = readFileSync(template(`cloud-init/${data.template}`), 'utf8').replace('TOKEN-IN-BASE64', Buffer.from(data.token).toString('base64'));
  const seed = await seedDisc(name, userData);
  const machine = await boot(disk, { disks: [seed, ...data.disks ?? []] });
  try {
    await use(machine);
  } finally {
    await machine.powerCut();
    rmSync(seed);
  }
}
