// `apply --root` in an image of Rocky Linux: dnf, rpm, DKMS and dracut are real, and the image boots another kernel than anybody runs.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, fileTree, type Tree } from './harness/file-tree.ts';
import { onRoot } from './harness/golden-image.ts';
import { changed, told, type Answer } from './harness/program.ts';
import { dracutIn, initramfsIn, NEXT, OLDER, withRpmImage } from './harness/rpm-image.ts';
import { shell } from './harness/shell.ts';
import { withRpmTools } from './rpm/needs.ts';

/** What is made anew from what is compared, or what package managers write for themselves; the packages are compared as a list. */
const OWN_NOTES = [
  /^\/var\/lib\/(rpm|dnf)\b/,
  /\/__pycache__(\/|$)/,
  /^\/boot\/initramfs-[^/]+$/, // what it holds is compared
];

async function everything(root: string): Promise<Tree> {
  const tree = fileTree(root);
  for (const path of tree.keys()) if (OWN_NOTES.some(pattern => pattern.test(path))) tree.delete(path);
  tree.delete('/usr/lib/python3/dist-packages/dnf-plugins'); // stays with its __pycache__
  tree.delete('/usr/lib/python3/dist-packages/dnfpluginscore');
  const { stdout } = await shell(['chroot', root, 'rpm', '-qa']);
  for (const name of stdout.trim().split('\n')) tree.set(`package ${name}`, 'installed');
  return tree;
}

const NOUVEAU = `usr/lib/modules/${NEXT}/kernel/drivers/gpu/drm/nouveau/nouveau.ko`;
const DISKS = ['block/virtio_blk', 'scsi/virtio_scsi', 'nvme/host/nvme', 'ata/ahci'].map(name => `usr/lib/modules/${NEXT}/kernel/drivers/${name}.ko`);

const done = async (root: string, ...args: readonly string[]): Promise<Answer> => {
  const answer = await onRoot(root, args);
  expect(answer.status, told(answer)).toBe(0);
  return answer;
};

withRpmTools('an image of Rocky Linux, mounted', () => {
  test('why dracut cannot be called as its distribution does: it would look for this machine, and find none', async () => {
    await withRpmImage(async root => {
      const own = await initramfsIn(root, NEXT);
      expect(own.files.length).toBeGreaterThan(100);
      expect(DISKS.filter(path => own.files.includes(path))).toEqual([]);

      await shell(['sh', '-c', `echo 'blacklist nouveau' > ${root}/etc/modprobe.d/by-hand.conf`]);
      await dracutIn(root, '--no-hostonly');
      const any = await initramfsIn(root, NEXT);
      expect(any.files).toEqual(expect.arrayContaining([...DISKS, NOUVEAU]));
      expect(any.files.filter(path => path.startsWith('etc/modprobe.d/'))).toEqual([]);
    });
  });

  test('its driver is built for the kernel that it boots, its initramfs has the drivers of every disk and no nouveau; undone to the last byte', async () => {
    await withRpmImage(async (root, profile) => {
      const before = await everything(root);
      const applied = await done(root, 'apply', '--profile', profile, '--yes');
      expect(changed(applied)).toEqual(expect.arrayContaining(['packages.prerequisites', 'nouveau.disable', 'driver.install', 'driver.hold']));
      const { stdout } = await shell(['chroot', root, 'rpm', '-qa']);
      expect(stdout).toContain(`kernel-devel-${NEXT}`);
      expect(stdout).not.toContain(`kernel-devel-${OLDER}`);
      const modules = readdirSync(join(root, 'lib/modules'), { recursive: true, encoding: 'utf8' }).filter(path => path.includes('/nvidia.ko'));
      expect(modules.map(path => path.split('/')[0])).toEqual([NEXT]);

      const made = await initramfsIn(root, NEXT);
      expect(made.arguments).toContain('--no-hostonly');
      expect(made.files).toEqual(expect.arrayContaining(DISKS));
      expect(made.files).not.toContain(NOUVEAU);
      await done(root, 'verify', '--profile', profile);
      const again = await done(root, 'apply', '--profile', profile, '--yes');
      expect(changed(again)).toEqual([]);

      await done(root, 'undo', '--yes');
      expect(differences(before, await everything(root))).toEqual([]);
      expect((await initramfsIn(root, NEXT)).files).toContain(NOUVEAU);
      expect(existsSync(join(root, 'etc/dracut.conf.d/gpu-guest-nouveau.conf'))).toBe(false);
    });
  });
});
