// Guests of rpm packages without a repository: all that they need comes from one folder, made while there was one.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Container } from './harness/container.ts';
import { differences } from './harness/file-tree.ts';
import { MEDIA } from './harness/media.ts';
import { changed, gpuGuest, told } from './harness/program.ts';
import { withRpmGuest } from './rpm/guest.ts';
import { withRpmTools } from './rpm/needs.ts';
import { everything } from './rpm/whole-guest.ts';

/** With a space, as a stick may be called. */
const BUNDLE = '/mnt/off line';
const PROFILE = 'goal: workstation\\ndriver:\\n  kind: grid\\n';
const MAKE = `bundle --profile /mnt/gpu.yml --media ${MEDIA} --with-token -o '${BUNDLE}'`;
const APPLY = `apply --yes --reboot never --media '${BUNDLE}' --profile '${BUNDLE}/gpu.yml'`;
const REACHED = ['packages.prerequisites', 'driver.install', 'driver.load', 'license.configure', 'license.token', 'cuda.install', 'driver.hold'];

/** What it said when it did not do it; nothing is left of it. */
async function refused(guest: Container, args: string): Promise<string> {
  const answer = await gpuGuest(guest, args);
  expect(answer.status, told(answer)).not.toBe(0);
  expect((await guest.run('ls -A /mnt')).stdout.trim().split('\n').sort()).toEqual(['Shared', 'gpu.yml']);
  return `${JSON.stringify(answer.json)}${answer.stderr}`;
}

async function madeThenApplied(guest: Container, { repositories, otherKernel, noKey }: { repositories: string; otherKernel: string; noKey: string }) {
  await guest.run(`printf '${PROFILE}' > /mnt/gpu.yml`);
  const before = await everything(guest);
  expect(await refused(guest, `${MAKE} --kernel 1.2.3-4-default`)).toContain(otherKernel);
  expect(await refused(guest, `${MAKE} --release debian-11 --kernel 5.10.0-1-amd64`)).toContain('apt');

  const made = await gpuGuest(guest, MAKE);
  expect(made.status, told(made)).toBe(0);
  await guest.run(`cd '${BUNDLE}' && sha256sum --quiet -c SHA256SUMS`);
  expect(differences(before, await everything(guest))).toEqual([]);
  await guest.run(`mv '${BUNDLE}' /var/tmp/bundle`);
  await guest.run(noKey);
  expect(await refused(guest, MAKE)).toMatch(/GPG public key|Signature/);

  // No repository is left, and no media but the bundle's.
  for (const path of ['srv', MEDIA.slice(1)]) rmSync(join(guest.root, path), { recursive: true });
  expect(await refusedWithoutMedia(guest)).toContain(repositories);
  await guest.run(`mv /var/tmp/bundle '${BUNDLE}'`);
}

async function refusedWithoutMedia(guest: Container): Promise<string> {
  const answer = await gpuGuest(guest, MAKE.replace(`--media ${MEDIA}`, '--media /var/tmp/bundle/media'));
  expect(answer.status, told(answer)).not.toBe(0);
  return `${JSON.stringify(answer.json)}${answer.stderr}`;
}

async function appliedFromIt(guest: Container, list: string) {
  const before = await everything(guest);
  const lists = await guest.run(`cat ${list}`);
  const applied = await gpuGuest(guest, APPLY);
  expect(applied.status, told(applied)).toBe(0);
  expect(changed(applied)).toEqual(expect.arrayContaining(REACHED));
  expect((await gpuGuest(guest, 'license')).json.gpus[0]).toMatchObject({ state: 'licensed' });
  expect((await gpuGuest(guest, APPLY)).json.outcome).toBe('nothing-to-do');
  expect((await guest.run(`cat ${list}`)).stdout).toBe(lists.stdout);

  const undone = await gpuGuest(guest, 'undo --yes');
  expect(undone.status, told(undone)).toBe(0);
  // The older version of what was upgraded is in no repository any more, which undo says.
  expect(undone.stderr + JSON.stringify(undone.json)).toContain('elfutils-libelf');
  expect(differences(before, await everything(guest)).filter(line => !line.includes('elfutils-libelf'))).toEqual([]);
}

withRpmTools('guests of rpm packages without a repository', () => {
  test('Rocky Linux 9 by dnf: a bundle is made, applied and undone', async () => {
    await withRpmGuest('rocky', async guest => {
      await madeThenApplied(guest, { repositories: 'baseos', otherKernel: '5.14.0-427.16.1.el9_4.x86_64', noKey: 'sed -i s/^gpgkey/#gpgkey/ /etc/yum.repos.d/*.repo' });
      await appliedFromIt(guest, '/etc/yum.repos.d/*.repo');
    });
  });

  test('SUSE 15 by zypper: the same', async () => {
    await withRpmGuest('suse', async guest => {
      await madeThenApplied(guest, { repositories: 'oss', otherKernel: '6.4.0-150600.23.17-default', noKey: 'rpm -e $(rpm -qa gpg-pubkey)' });
      await appliedFromIt(guest, '/etc/zypp/repos.d/*.repo');
    });
  });
});
