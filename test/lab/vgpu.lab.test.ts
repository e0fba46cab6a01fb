// A guest with a vGPU: the GRID driver, a token and a CUDA runfile from the folder that an administrator mounts.
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CARDS, type Card } from './harness/card.ts';
import { discard, makeDisk } from './harness/disk.ts';
import { makeMedia, MEDIA, tokenName, withProgram, type MediaOptions } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { changed, gpuGuest, told, type Answer } from './harness/program.ts';
import { boot, type VirtualMachine } from './harness/virtual-machine.ts';

async function withGuest(name: string, card: Card, media: MediaOptions, use: (guest: VirtualMachine) => Promise<void>) {
  const folder = await makeMedia(media);
  const disk = await makeDisk(name, 'cloud', card, withProgram(folder));
  rmSync(folder, { recursive: true });
  const guest = await boot(disk);
  try {
    await use(guest);
    await guest.shutdown();
  } finally {
    await guest.powerCut();
    discard(disk);
  }
}

const apply = (guest: VirtualMachine) => gpuGuest(guest, `apply --yes --media ${MEDIA} --reboot never`, 900_000);

const SHELLS: Record<string, string> = {
  'a login': 'bash -lc "nvcc --version"',
  'no login': 'su worker -s /bin/sh -c "nvcc --version"',
  'an interactive shell without login': 'su worker -s /bin/bash -c "bash -ic \'nvcc --version\'"',
  sudo: 'su worker -s /bin/sh -c "sudo -n nvcc --version"',
  cron: 'env -i HOME=/root SHELL=/bin/sh PATH=/usr/bin:/bin:/usr/local/bin sh -c "nvcc --version"',
  // systemd-run itself would look nvcc up in the caller's PATH.
  'a service': 'systemd-run -q --wait --pipe --collect sh -c "nvcc --version"',
};

async function findsNvccEverywhere(guest: VirtualMachine) {
  await guest.run('useradd -m worker; echo "worker ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/worker');
  for (const [shell, command] of Object.entries(SHELLS)) {
    const { status, stdout } = await guest.run(`env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${command}`, { anyStatus: true });
    expect(status, `${shell}: ${stdout}`).toBe(0);
    expect(stdout).toContain('release 12.0, V12.0.140');
  }
}

async function isLicensed(guest: VirtualMachine, answer: Answer) {
  expect(answer.status, told(answer)).toBe(0);
  const { stdout } = await guest.run('lspci -nnk -s 02:01.0; nvidia-smi -q; cat /var/log/cuda-installer.arguments; stat -c %a /etc/nvidia/ClientConfigToken/*; ls /etc/nvidia/ClientConfigToken | wc -l');
  expect(stdout).toContain('Kernel driver in use: nvidia');
  expect(stdout).toMatch(/License Status +: Licensed \(Expiry: /);
  expect(stdout).toMatch(/--toolkit/);
  expect(stdout).not.toMatch(/--driver\b/);
  expect(stdout).toMatch(/^744\n1$/m);
  await guest.run(`cmp ${MEDIA}/${tokenName()} /etc/nvidia/ClientConfigToken/*`);
  await guest.run('grep -E "Driver: +Not Selected" /var/log/cuda-installer.log');
  const verified = await gpuGuest(guest, `verify --media ${MEDIA}`);
  expect(verified.status, told(verified)).toBe(0);
  const license = await gpuGuest(guest, 'license');
  expect(license.json.gpus[0]).toMatchObject({ state: 'licensed', product: 'NVIDIA RTX Virtual Workstation' });
}

async function refusesDataCentre(guest: VirtualMachine) {
  await guest.run(`printf 'schema: gpu-guest/profile@1\\nmedia: ${MEDIA}\\ndriver:\\n  kind: tesla\\n' > /root/tesla.yaml`);
  const before = await guest.run('dpkg -l | sha256sum');
  const answer = await gpuGuest(guest, 'apply --yes --profile /root/tesla.yaml --reboot never');
  expect(answer.status, told(answer)).toBe(1);
  expect((await guest.run('dpkg -l | sha256sum')).stdout).toBe(before.stdout);
}

inTheLab('a vGPU', () => {
  test('GRID P40-8Q: the data-centre driver refused, licensed, nvcc in every shell, and again: nothing to do', async () => {
    await withGuest('p40-8q', CARDS['p40-8q'], { kinds: ['cloud'], dataCentre: true }, async guest => {
      const detected = await gpuGuest(guest, `detect --media ${MEDIA}`);
      expect(detected.json.gpus[0], told(detected)).toMatchObject({ name: 'Tesla P40', mode: 'vgpu', vgpu: { type: 'GRID P40-8Q', series: 'Q', framebufferMiB: 8192, hostDriver: null } });
      expect(detected.json.driver.recommended).toMatchObject({ kind: 'grid', exact: false });
      const media = await gpuGuest(guest, `media ${MEDIA}`);
      const { items } = media.json;
      expect(items.find(item => item.flavour === 'tesla'), told(media)).toMatchObject({ what: 'driver', fits: false });
      expect(items.find(item => item.flavour === 'grid')).toMatchObject({ what: 'driver', fits: true });
      await refusesDataCentre(guest);
      await isLicensed(guest, await apply(guest));
      await findsNvccEverywhere(guest);
      const again = await apply(guest);
      expect(again.status, told(again)).toBe(0);
      expect(changed(again)).toEqual([]);
    });
  });

  test('GRID T4-8Q: the host\'s version is read from the card, and the choice is exact', async () => {
    await withGuest('t4-8q', CARDS['t4-8q'], { kinds: ['cloud'] }, async guest => {
      const detected = await gpuGuest(guest, `detect --media ${MEDIA}`);
      expect(detected.json.gpus[0], told(detected)).toMatchObject({
        name: 'Tesla T4', mode: 'vgpu', vgpu: { type: 'GRID T4-8Q', hostDriver: { version: '525.105.14', branch: 'r525_00' } },
      });
      expect(detected.json.driver.recommended).toMatchObject({ kind: 'grid', branch: 525, exact: true });
      await isLicensed(guest, await apply(guest));
      await guest.reboot();
      const verified = await gpuGuest(guest, `verify --media ${MEDIA}`);
      expect(verified.status, told(verified)).toBe(0);
    });
  });
});
