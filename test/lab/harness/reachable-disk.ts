// The disk of a guest that is reached over SSH. A file of its own: what it is kept under is decided by its text.
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached, contents, fresh, workFile } from './cache.ts';
import { CARDS } from './card.ts';
import { makeDisk, onDisk, type Disk } from './disk.ts';
import { guest, kernelOf } from './root.ts';
import { sh, shell } from './shell.ts';

export const ADMIN = 'admin';
export const CARD = CARDS['p40-8q'];

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
      # Host keys of one kind: an RSA key takes its time under emulation.
      printf 'network: {config: disabled}\\ndatasource_list: [NoCloud, None]\\nlocale: false\\nssh_genkeytypes: [ed25519]\\n' > ${root}/etc/cloud/cloud.cfg.d/99-lab.cfg
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
