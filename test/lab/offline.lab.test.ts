// A guest without a network and without a compiler: all that it needs comes from one folder, made where there is a network.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say, workFile } from './harness/cache.ts';
import type { Container } from './harness/container.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { makeMedia, MEDIA, PROGRAM } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told } from './harness/program.ts';
import { withQuickGuest } from './harness/quick-guest.ts';
import { guest as preparedGuest, kernelOf } from './harness/root.ts';
import { shell } from './harness/shell.ts';

const PROFILE = 'goal: workstation\ndriver:\n  kind: grid\ncuda:\n  toolkit: none\n';
const APPLY = `apply --yes --media ${MEDIA} --profile ${MEDIA}/gpu.yml --reboot never`;

/** Made on this machine, for the guest's release and kernel. The caller removes it. */
async function makeBundle(): Promise<string> {
  const [media, profile, bundle] = [await makeMedia({ kinds: ['full'], build: 'dkms', cuda: false }), workFile('offline.yml'), workFile('bundle')];
  writeFileSync(profile, PROFILE);
  const kernel = kernelOf(join(await preparedGuest('full'), 'root'));
  const start = Date.now();
  try {
    await shell([process.execPath, PROGRAM, 'bundle', '--profile', profile, '--media', media, '--release', 'debian-12', '--kernel', kernel,
      '--with-token', '-o', bundle, '--json'], { limitMs: 600_000 });
  } finally {
    for (const path of [media, profile]) rmSync(path, { recursive: true });
  }
  say(`bundled in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return bundle;
}

/** What a package manager leaves of a package that was there for a while, and what DKMS signs with, is not the run's. */
async function state({ root }: Container): Promise<Tree> {
  const tree = await everything(root);
  for (const path of tree.keys()) if (/^\/var\/lib\/(nvidia|dkms)|^\/(var\/)?tmp\//.test(path)) tree.delete(path);
  return tree;
}

inTheLab('a guest without a network', () => {
  test('gets its compiler, its headers and its driver from a bundle; undone, it is as it was', async () => {
    const bundle = await makeBundle();
    await withQuickGuest('offline', bundle, async guest => {
      rmSync(bundle, { recursive: true });
      expect((await guest.run('ip -o route; command -v gcc dkms', { anyStatus: true })).stdout).toBe('');
      await guest.run(`cd ${MEDIA} && sha256sum --quiet -c SHA256SUMS`);
      const start = await state(guest);

      await guest.run(`cp ${MEDIA}/packages/Packages /root/; echo >> ${MEDIA}/packages/Packages`);
      const refused = await gpuGuest(guest, APPLY);
      expect(refused.status, told(refused)).not.toBe(0);
      expect(`${JSON.stringify(refused.json)}${refused.stderr}`).toContain('packages/Packages');
      await guest.run(`cp /root/Packages ${MEDIA}/packages/; rm /root/Packages`);
      expect(differences(start, await state(guest))).toEqual([]);

      const applied = await gpuGuest(guest, APPLY);
      expect(applied.status, told(applied)).toBe(0);
      expect((await gpuGuest(guest, 'license')).json.gpus[0]).toMatchObject({ state: 'licensed' });
      expect((await gpuGuest(guest, APPLY)).json.outcome).toBe('nothing-to-do');

      const undone = await gpuGuest(guest, 'undo --yes');
      expect([0, 10], told(undone)).toContain(undone.status);
      expect(differences(start, await state(guest))).toEqual([]);
    }, { kind: 'full', offline: true });
  });
});
