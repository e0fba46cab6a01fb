// The Ansible role on a guest reached over SSH: what would change, the change with its reboot, nothing twice, the summary, the image
// and two clones of it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { say, workFile } from './harness/cache.ts';
import { clonesComeIntoUse, identityOf, isSealed, type Identity } from './harness/clone.ts';
import type { Container } from './harness/container.ts';
import { discard, type Disk } from './harness/disk.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { makeMedia, MEDIA, PROGRAM } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told } from './harness/program.ts';
import { ADMIN, adminKey, reachableDisk } from './harness/reachable-disk.ts';
import { reached, template } from './harness/reachable-guest.ts';
import { shell, tail } from './harness/shell.ts';
import { TOKENS } from './harness/token.ts';
import { absent } from './harness/tools.ts';

type Recap = { readonly ok: number; readonly changed: number; readonly unreachable: number; readonly failed: number };
type Play = { readonly recap: (host: string) => Recap; readonly output: string };
type Stage = { readonly guest: Container; readonly folder: string; readonly token: string };

const recapIn = (output: string, host: string): Recap => {
  const line = new RegExp(`^${host} +: (.*)$`, 'm').exec(output)?.[1] ?? '';
  const count = (what: string) => Number(new RegExp(`\\b${what}=(\\d+)`).exec(line)?.[1] ?? NaN);
  return { ok: count('ok'), changed: count('changed'), unreachable: count('unreachable'), failed: count('failed') };
};

async function play(folder: string, playbook: string, ...args: string[]): Promise<Play> {
  const start = Date.now();
  const { stdout, stderr } = await shell(['ansible-playbook', '-i', join(folder, 'inventory.json'), '-e', `@${folder}/vars.json`, ...args, template(`ansible/${playbook}`)],
    { limitMs: 900_000, anyStatus: true, cwd: folder, env: { HOME: folder, ANSIBLE_NOCOLOR: '1', ANSIBLE_PIPELINING: '1', ANSIBLE_SSH_ARGS: '-o ControlMaster=auto -o ControlPersist=60s -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no' } });
  say(`ansible-playbook ${playbook} ${args.join(' ')}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  const output = stdout + stderr;
  return { output, recap: host => recapIn(output, host) };
}

async function folderFor(port: number, media: string, token: string): Promise<string> {
  const folder = workFile('ansible');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const here = { ansible_host: '127.0.0.1', ansible_port: port };
  const vars = { ansible_user: ADMIN, ansible_ssh_private_key_file: await adminKey(), ansible_python_interpreter: '/usr/bin/python3' };
  writeFileSync(join(folder, 'inventory.json'), JSON.stringify({
    gpu_images: { hosts: { guest: {} } },
    gpu_guests: { hosts: { guest: here, gone: { ansible_host: '127.0.0.1', ansible_port: 9 } }, vars },
  }));
  // In a file, as from a vault: on the command line every user would see the token.
  writeFileSync(join(folder, 'vars.json'), JSON.stringify({
    gpu_guest_program_source: PROGRAM, gpu_guest_media_source: media, gpu_guest_media: MEDIA, gpu_guest_token: token, gpu_guest_reports: join(folder, 'reports'),
  }), { mode: 0o600 });
  return folder;
}

/** What Ansible itself leaves in the home of whom it comes as. */
async function state(guest: Container): Promise<Tree> {
  const tree = await everything(guest.root);
  for (const path of tree.keys()) if (path.startsWith(`/home/${ADMIN}`)) tree.delete(path);
  return tree;
}

async function wouldChange({ guest, folder }: Stage) {
  const before = await state(guest);
  const checked = await play(folder, 'site.yml', '--check', '--limit', 'guest');
  expect(checked.recap('guest'), tail(checked.output, 60)).toMatchObject({ failed: 0, unreachable: 0 });
  expect(checked.recap('guest').changed).toBeGreaterThan(4);
  expect(checked.output).toContain('Keep nouveau away from the GPU');
  expect(differences(before, await state(guest))).toEqual([]);
}

async function changes({ guest, folder, token }: Stage) {
  const [applied] = await Promise.all([play(folder, 'site.yml', '--limit', 'guest', '--diff'), guest.rebooted(600_000)]);
  expect(applied.recap('guest'), tail(applied.output, 60)).toMatchObject({ failed: 0, unreachable: 0 });
  expect(applied.recap('guest').changed).toBeGreaterThan(4);
  expect(applied.output).not.toContain(token.slice(0, 40));
  const license = await gpuGuest(guest, 'license');
  expect(license.json.gpus[0], told(license)).toMatchObject({ state: 'licensed' });
}

async function changesNothingTwice({ folder }: Stage) {
  for (const args of [['--check'], []]) {
    const again = await play(folder, 'site.yml', '--limit', 'guest', ...args);
    expect(again.recap('guest'), tail(again.output, 60)).toMatchObject({ changed: 0, failed: 0, unreachable: 0 });
  }
}

async function sumsUp({ folder }: Stage) {
  const summed = await play(folder, 'summary.yml');
  const { hosts } = JSON.parse(readFileSync(join(folder, 'reports/summary.json'), 'utf8')) as { hosts: { host: string; verdict: string; verified: boolean | null }[] };
  // Nobody answers under the name of the stand-in for a licence server.
  expect(hosts.find(({ host }) => host === 'guest'), tail(summed.output, 60)).toMatchObject({ verdict: 'attention', cause: 'The licence server cannot be reached', verified: true });
  expect(hosts.find(({ host }) => host === 'gone')).toMatchObject({ verdict: 'unreachable', verified: null });
}

/** By image.yml: seal, and off. */
async function seals({ guest, folder }: Stage) {
  const made = await play(folder, 'image.yml', '--limit', 'guest');
  expect(made.recap('guest'), tail(made.output, 60)).toMatchObject({ failed: 0 });
  await guest.ended();
}

/** Who the builder was before its image was made. */
async function build(disk: Disk): Promise<Identity> {
  const media = await makeMedia({ kinds: ['cloud'], token: null });
  const token = await TOKENS.valid();
  let folder = '';
  try {
    return await reached(disk, async (guest, port) => {
      folder = await folderFor(port, media, token);
      const stage: Stage = { guest, folder, token };
      for (const part of [wouldChange, changes, changesNothingTwice, sumsUp]) await part(stage);
      const builder = await identityOf(guest);
      await seals(stage);
      return builder;
    }, { nouveau: true });
  } finally {
    for (const path of [media, folder]) if (path) rmSync(path, { recursive: true, force: true });
  }
}

inTheLab('Ansible', () => {
  test('reports what would change, changes it through a reboot, changes nothing twice; the summary; a golden image, and two clones that share nothing', async () => {
    const disk = await reachableDisk('ansible');
    try {
      const builder = await build(disk);
      await isSealed(disk);
      await clonesComeIntoUse(disk, ['clone-ansible-1', 'clone-ansible-2'].map(name => ({ name, template: 'clone.yml' })), builder);
    } finally {
      discard(disk);
    }
  });
}, absent('ansible-playbook', 'ssh'));
