// An image is built in a mounted root, sealed and cloned twice. Each clone gets a token of its own at its first start, and is licensed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf, shareNothing } from './harness/clone.ts';
import { copyDisk, discard, onDisk, overlay, type Disk } from './harness/disk.ts';
import { goldenImage, tokenDisk, type Token } from './harness/golden-image.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told } from './harness/program.ts';
import { TOKENS } from './harness/token.ts';
import { boot, type VirtualMachine } from './harness/virtual-machine.ts';

const FOLDER = 'etc/nvidia/ClientConfigToken';
const STATE = '/var/lib/gpu-guest';
/** Both units of the first start work before the guest is up. */
const FIRST_BOOT_MS = 1_200_000;

type Verdict = { ready: boolean };
type Clone = { readonly guest: VirtualMachine; readonly token: string };

/** Until both units of the first start have ended. */
const settled = (guest: VirtualMachine) =>
  guest.run(`until [ ! -e ${STATE}/sealed.json ] && [ -e ${STATE}/first-boot.json ]; do sleep 1; done`, { limitMs: 300_000 });

async function isLicensedBy({ guest, token }: Clone) {
  await settled(guest);
  const { stdout } = await guest.run(`cat /${FOLDER}/*; echo; echo ---; cat ${STATE}/first-boot.json`);
  const [text = '', verdict = ''] = stdout.split('---');
  expect(text.trim()).toBe(token);
  expect(JSON.parse(verdict) as Verdict, verdict).toMatchObject({ ready: true });
  const license = await gpuGuest(guest, 'license');
  expect(license.status, told(license)).toBe(0);
  expect(license.json.gpus[0]).toMatchObject({ state: 'licensed', product: 'NVIDIA RTX Virtual Workstation' });
}

inTheLab('an image that is built in a mounted root', () => {
  const disks: Disk[] = [];
  const files: string[] = [];
  const clones: Clone[] = [];

  /** As cloud-init writes a file: before any service starts. */
  async function withWrittenToken(image: Disk): Promise<Clone> {
    const [disk, token] = [await copyDisk(image, 'golden-written'), await TOKENS.valid()];
    disks.push(disk);
    await onDisk(disk, async root => {
      mkdirSync(join(root, FOLDER), { recursive: true });
      writeFileSync(join(root, FOLDER, 'client_configuration_token.tok'), token, { mode: 0o744 });
      return Promise.resolve();
    });
    return { guest: await boot(disk, { limitMs: FIRST_BOOT_MS }), token };
  }

  async function withTokenDisk(image: Disk): Promise<Clone> {
    const [disk, { text, file }]: [Disk, Token] = [await overlay(image, 'golden-disk'), await tokenDisk('golden')];
    disks.push(disk);
    files.push(file);
    return { guest: await boot(disk, { disks: [file], limitMs: FIRST_BOOT_MS }), token: text };
  }

  beforeAll(async () => {
    const image = await goldenImage('golden');
    disks.push(image);
    clones.push(...await Promise.all([withWrittenToken(image), withTokenDisk(image)]));
  });
  afterAll(async () => {
    for (const { guest } of clones) await guest.powerCut();
    discard(...disks);
    for (const file of files) rmSync(file, { force: true });
  });

  test('each clone is licensed by the token that it was given, and its first boot is judged ready', async () => {
    await Promise.all(clones.map(isLicensedBy));
  });

  test('the clones share no identity and no token', async () => {
    shareNothing(...await Promise.all(clones.map(({ guest }) => identityOf(guest))));
    for (const { guest } of clones)
      await guest.run(`[ ! -e /etc/systemd/system/gpu-guest-first-start.service ] && [ ! -e /etc/systemd/system/gpu-guest-first-boot.service ]`);
  });

  test('the module was built for the kernel of the image, and has the card', async () => {
    for (const { guest } of clones) {
      const { stdout } = await guest.run('modinfo -F vermagic nvidia; uname -r; lspci -nnk -s 02:01.0');
      const [vermagic = '', release = ''] = stdout.split('\n');
      expect(vermagic.split(' ')[0]).toBe(release);
      expect(stdout).toContain('Kernel driver in use: nvidia');
    }
  });
});
