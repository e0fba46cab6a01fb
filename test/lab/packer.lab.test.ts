// The Packer template. Its QEMU builder: a cloud image boots there, is brought up and sealed, and cloud-init takes two clones of it into use.
// Its null builder: a guest that runs already, with nouveau in the way, goes through the reboot in the middle of the build.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say, workFile } from './harness/cache.ts';
import { clonesComeIntoUse, isSealed } from './harness/clone.ts';
import { discard, onDisk, type Disk } from './harness/disk.ts';
import { makeMedia, PROGRAM } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { ADMIN, adminKey, reachableDisk, reachableImage } from './harness/reachable-disk.ts';
import { reached, template } from './harness/reachable-guest.ts';
import { sh, shell, tail } from './harness/shell.ts';
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

/** The template's example with a key in it, as its first line says. */
function seedFor(publicKey: string): string {
  const folder = emptied('packer-seed');
  const example = readFileSync(template('packer/seed/user-data.example'), 'utf8');
  const userData = example.replace(/^ {2}- ssh-ed25519 .*$/m, `  - ${publicKey}`);
  expect(userData).not.toBe(example);
  writeFileSync(join(folder, 'user-data'), userData);
  cpSync(template('packer/seed/meta-data'), join(folder, 'meta-data'));
  return folder;
}

/** Packer and the QEMU that it starts do not outlive this process. */
const TIED: [string, ...string[]] = ['setpriv', '--pdeathsig', 'KILL', 'unshare', '--pid', '--fork', '--kill-child'];

async function packer(args: readonly string[]) {
  const start = Date.now();
  const { status, stdout, stderr } = await shell([...TIED, 'packer', 'build', '-color=false', '-timestamp-ui', ...args, '.'],
    { limitMs: 1_500_000, anyStatus: true, cwd: template('packer'), env: { CHECKPOINT_DISABLE: '1', PACKER_CACHE_DIR: workFile('packer-cache') } });
  say(`packer build: status ${status}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { status, output: stdout + stderr };
}

const builds = async (source: 'qemu' | 'null', set: Readonly<Record<string, string>>) => {
  const given = { ...set, ssh_private_key_file: await adminKey() };
  const { status, output } = await packer([`-only=${source}.guest`, ...Object.entries(given).flatMap(([name, value]) => ['-var', `${name}=${value}`])]);
  expect(status, tail(output, 80)).toBe(0);
  expect(output).toContain('The image is sealed');
};

/** What `packer build -only=qemu.guest` makes of a plain guest's disk, with the made-up card in it. */
async function builtInQemu(): Promise<Disk> {
  const { file, publicKey } = await reachableImage();
  const [brought, seed, output] = [await bring(), seedFor(publicKey), workFile('packer-output')];
  try {
    await builds('qemu', {
      bring: brought, seed, output, image: file, image_checksum: 'none', format: 'raw', disk_size: '12G',
      accelerator: 'none', memory: '2304', cpus: '1', qemuargs: '[["-cpu", "Nehalem"]]',
    });
  } finally {
    for (const path of [brought, seed, workFile('packer-cache')]) rmSync(path, { recursive: true, force: true });
  }
  return { file: join(output, 'gpu-guest.raw'), kind: 'cloud', format: 'raw' };
}

/** By `packer build -only=null.guest`, while the guest goes down in the middle of it. */
async function builtWhereItRuns(disk: Disk) {
  const brought = await bring();
  try {
    await reached(disk, async (guest, port) => {
      await Promise.all([builds('null', { bring: brought, host: '127.0.0.1', port: String(port), ssh_username: ADMIN }), guest.rebooted(600_000)]);
    }, { nouveau: true });
  } finally {
    rmSync(brought, { recursive: true, force: true });
  }
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

const holdsNothingOfTheBuild = (disk: Disk, user: string) => onDisk(disk, async root => {
  for (const gone of ['mnt/Shared/nv', `home/${user}/.ssh/authorized_keys`, 'var/tmp/gpu-guest-build']) expect(existsSync(join(root, gone)), gone).toBe(false);
  return Promise.resolve();
});

inTheLab('Packer', () => {
  test('its null builder makes a golden image of a guest that runs, through the reboot that it needs', async () => {
    const disk = await reachableDisk('packer-null');
    try {
      await builtWhereItRuns(disk);
      await isSealed(disk);
      await holdsNothingOfTheBuild(disk, ADMIN);
    } finally {
      discard(disk);
    }
  });

  test('its QEMU builder makes a golden image of a cloud image; cloud-init takes two clones of it into use, which share nothing', async () => {
    const disk = await builtInQemu();
    const media = await mediaDisk();
    try {
      await isSealed(disk);
      await holdsNothingOfTheBuild(disk, 'debian');
      await clonesComeIntoUse(disk, [
        { name: 'clone-packer-1', template: 'clone.yml' },
        { name: 'clone-packer-2', template: 'first-boot.yml', disks: [media], also: async guest => {
          await isTakenIntoUse(guest);
          await tellsReadyTime(guest);
        } },
      ]);
    } finally {
      discard(disk);
      rmSync(workFile('packer-output'), { recursive: true, force: true });
      rmSync(media, { force: true });
    }
  });
}, absent('packer', 'ssh', 'xorriso'));
