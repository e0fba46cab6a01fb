// The Packer template's null builder on a guest reached over SSH: brought up through a reboot, sealed; its clone gets a token from cloud-init.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say, workFile } from './harness/cache.ts';
import { isLicensedClone, isSealed } from './harness/clone.ts';
import { discard, onDisk, type Disk } from './harness/disk.ts';
import { makeMedia, PROGRAM } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { ADMIN, adminKey, cloneBoots, reachableDisk, reached, template } from './harness/reachable-guest.ts';
import { shell, tail } from './harness/shell.ts';
import { TOKENS } from './harness/token.ts';
import { absent } from './harness/tools.ts';

/** The folder that somebody fills for the build; the profile in it is the template's own. */
async function bring(): Promise<string> {
  const folder = workFile('bring');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(template('packer/bring/gpu.yml'), join(folder, 'gpu.yml'));
  cpSync(PROGRAM, join(folder, 'gpu-guest.js'));
  const media = await makeMedia({ kinds: ['cloud'] });
  cpSync(media, join(folder, 'media'), { recursive: true });
  rmSync(media, { recursive: true });
  return folder;
}

async function packer(args: readonly string[]) {
  const start = Date.now();
  const folder = template('packer');
  const { status, stdout, stderr } = await shell(['packer', 'build', '-color=false', ...args, '.'],
    { limitMs: 1_200_000, anyStatus: true, cwd: folder, env: { CHECKPOINT_DISABLE: '1', PACKER_CACHE_DIR: workFile('packer-cache') } });
  say(`packer build: status ${status}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return { status, output: stdout + stderr };
}

async function build(disk: Disk) {
  const folder = await bring();
  try {
    await reached(disk, async (guest, port) => {
      const [built] = await Promise.all([
        packer(['-only=null.guest', '-var', `bring=${folder}`, '-var', `port=${port}`, '-var', `ssh_username=${ADMIN}`, '-var', `ssh_private_key_file=${await adminKey()}`]),
        guest.rebooted(600_000),
      ]);
      expect(built.status, tail(built.output, 80)).toBe(0);
    }, { nouveau: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
  await isSealed(disk);
  await onDisk(disk, async root => {
    for (const gone of ['mnt/Shared/nv', `home/${ADMIN}/.ssh/authorized_keys`, 'var/tmp/gpu-guest-build']) expect(existsSync(join(root, gone)), gone).toBe(false);
  });
}

inTheLab('Packer', () => {
  test('its null builder makes a golden image of a guest, whose clone gets its token from cloud-init', async () => {
    const disk = await reachableDisk('packer');
    try {
      await build(disk);
      await cloneBoots(disk, 'clone-packer', await TOKENS.valid(), isLicensedClone);
    } finally {
      discard(disk);
    }
  });
}, absent('packer', 'ssh', 'xorriso'));
