// The Packer template with its QEMU builder: a cloud image boots there, is brought up, rebooted, sealed. Its clone is taken into use by cloud-init.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say, workFile } from './harness/cache.ts';
import { isLicensedClone, isSealed } from './harness/clone.ts';
import { discard, onDisk, type Disk } from './harness/disk.ts';
import { makeMedia, PROGRAM } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { adminKey, cloneBoots, reachableImage, template } from './harness/reachable-guest.ts';
import { sh, shell, tail } from './harness/shell.ts';
import { TOKENS } from './harness/token.ts';
import { absent } from './harness/tools.ts';
import type { VirtualMachine } from './harness/virtual-machine.ts';

const emptied = (name: string): string => {
  const folder = workFile(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** The folder that somebody fills for the build; the profile in it is the template's own. */
async function bring(): Promise<string> {
  const folder = emptied('bring');
  cpSync(template('packer/bring/gpu.yml'), join(folder, 'gpu.yml'));
  cpSync(PROGRAM, join(folder, 'gpu-guest.js'));
  const media = await makeMedia({ kinds: ['cloud'], cuda: false });
  cpSync(media, join(folder, 'media'), { recursive: true });
  rmSync(media, { recursive: true });
  return folder;
}

/** The template's example with a key in it, as its first line says. The build is rebooted as where a driver needs that. */
function seedFor(publicKey: string): string {
  const folder = emptied('packer-seed');
  const example = readFileSync(template('packer/seed/user-data.example'), 'utf8');
  const userData = example.replace(/^ {2}- ssh-ed25519 .*$/m, `  - ${publicKey}`);
  expect(userData).not.toBe(example);
  writeFileSync(join(folder, 'user-data'), `${userData}runcmd:\n  - [touch, /var/tmp/gpu-guest-reboot]\n`);
  cpSync(template('packer/seed/meta-data'), join(folder, 'meta-data'));
  return folder;
}

/** Packer and the QEMU that it starts do not outlive this process. */
const TIED: [string, ...string[]] = ['setpriv', '--pdeathsig', 'KILL', 'unshare', '--pid', '--fork', '--kill-child'];

async function packer(args: readonly string[]) {
  const start = Date.now();
  const { status, stdout, stderr } = await shell([...TIED, 'packer', 'build', '-color=false', ...args, '.'],
    { limitMs: 1_500_000, anyStatus: true, cwd: template('packer'), env: { CHECKPOINT_DISABLE: '1', PACKER_CACHE_DIR: workFile('packer-cache') } });
  say(`packer build: status ${status}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { status, output: stdout + stderr };
}

/** What `packer build -only=qemu.guest` makes of a plain guest's disk, with the made-up card in it. */
async function built(): Promise<Disk> {
  const { file, publicKey } = await reachableImage();
  const [brought, seed, output] = [await bring(), seedFor(publicKey), workFile('packer-output')];
  const set = {
    bring: brought, seed, output, image: file, image_checksum: 'none', format: 'raw', disk_size: '12G',
    accelerator: 'none', memory: '2304', cpus: '1', qemuargs: '[["-cpu", "Nehalem"]]', ssh_private_key_file: await adminKey(),
  };
  try {
    const { status, output: said } = await packer(['-only=qemu.guest', ...Object.entries(set).flatMap(([name, value]) => ['-var', `${name}=${value}`])]);
    expect(status, tail(said, 80)).toBe(0);
    expect(said).toContain('The image is sealed');
  } finally {
    for (const path of [brought, seed, workFile('packer-cache')]) rmSync(path, { recursive: true, force: true });
  }
  return { file: join(output, 'gpu-guest.raw'), kind: 'cloud', format: 'raw' };
}

/** The disk that first-boot.yml mounts by its label: the program, Node.js, the driver. */
async function mediaDisk(): Promise<string> {
  const [folder, file] = [await makeMedia({ kinds: ['cloud'], cuda: false, token: null }), workFile('gpu-media.img')];
  cpSync(PROGRAM, join(folder, 'gpu-guest.js'));
  cpSync(process.execPath, join(folder, 'node'));
  await sh(`rm -f ${file}; truncate -s 512M ${file}; mke2fs -q -t ext4 -L GPU-MEDIA -d ${folder} ${file}; rm -r ${folder}`);
  return file;
}

/** By first-boot.yml: the media mounted, the profile applied with the program that lies there, the token in place. */
async function isTakenIntoUse(guest: VirtualMachine) {
  await isLicensedClone(guest);
  const { stdout } = await guest.run('cloud-init status; findmnt -n -o LABEL,OPTIONS /mnt/Shared/nv; cat /etc/gpu-guest/gpu.yml /var/log/cloud-init-output.log');
  expect(stdout).toContain('status: done');
  expect(stdout).toMatch(/^GPU-MEDIA +ro/m);
  expect(stdout).toContain('schema: gpu-guest/profile@1');
  expect(stdout, tail(stdout, 60)).toContain('Nothing was changed');
}

/** The mark of a verified guest, compared: how long it takes is told, and no judgement. */
async function tellsReadyTime(guest: VirtualMachine) {
  const { stdout } = await guest.run(`
    systemd-run --wait --collect --unit=lab-ready gpu-guest apply --profile /etc/gpu-guest/gpu.yml --yes --reboot never 2>&1 | grep -E 'runtime|CPU'
    journalctl -b --no-pager -o cat -u lab-ready`);
  expect(stdout).toContain('Already right');
  say(`a guest that is already right, under emulation: ${stdout.trim().split('\n').slice(0, 2).join(', ')}`);
}

inTheLab('Packer', () => {
  test('its QEMU builder makes a golden image of a cloud image; cloud-init takes a clone of it into use', async () => {
    const disk = await built();
    const media = await mediaDisk();
    try {
      await isSealed(disk);
      await onDisk(disk, async root => {
        for (const gone of ['mnt/Shared/nv', 'home/debian/.ssh/authorized_keys', 'var/tmp/gpu-guest-build']) expect(existsSync(join(root, gone)), gone).toBe(false);
        return Promise.resolve();
      });
      await cloneBoots(disk, 'clone-packer', { template: 'first-boot.yml', token: await TOKENS.valid(), disks: [media] }, async guest => {
        await isTakenIntoUse(guest);
        await tellsReadyTime(guest);
      });
    } finally {
      discard(disk);
      rmSync(workFile('packer-output'), { recursive: true, force: true });
      rmSync(media, { force: true });
    }
  });
}, absent('packer', 'ssh', 'xorriso'));
