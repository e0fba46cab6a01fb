import { describe, expect, test } from 'vitest';
import { only } from './media-folder.ts';
import { lacks, makeself } from './with-tools.ts';

const DRIVER = 'NVIDIA Accelerated Graphics Driver for Linux-x86_64 525.105.17';
const installer = '#!/bin/sh\nexit 0\n';

describe.skipIf(lacks('makeself'))('a file as makeself 2.4 packs it', () => {
  const grid = () =>
    makeself({
      label: DRIVER,
      script: './nvidia-installer',
      files: { 'nvidia-installer': installer, 'nvidia-gridd': 'stand-in', 'gridd.conf.template': '# stand-in' },
    });
  const cuda = (options: string[] = [], label = 'CUDA Installer') =>
    makeself({
      label,
      script: './cuda-installer',
      options,
      files: {
        'cuda-installer': installer,
        'toolkit/version.json': JSON.stringify({ cuda: { name: 'CUDA SDK', version: '12.0.1' } }, null, 3),
        'toolkit/targets/x86_64-linux/lib/libcudart.so': 'stand-in',
      },
    });

  test('with a licence client inside is a vGPU guest driver, whatever its name', async () => {
    for (const name of ['NVIDIA-Linux-x86_64-525.105.17-grid.run', 'NVIDIA-Linux-x86_64-525.105.17.run', 'x']) {
      expect(await only(name, grid())).toMatchObject({
        what: 'driver',
        version: '525.105.17',
        branch: 525,
        arch: 'x86_64',
        flavour: 'grid',
        integrity: { kind: 'intact' },
      });
    }
  });
  test('without one is the data-centre driver; version from the manifest inside', async () => {
    const files = {
      'nvidia-installer': installer,
      '.manifest': 'NVIDIA Accelerated Graphics Driver for Linux-x86_64\n535.129.03\n',
    };
    const plain = makeself({ label: 'NVIDIA Driver', script: './nvidia-installer', files });
    expect(await only('x.run', plain)).toMatchObject({ flavour: 'tesla', version: '535.129.03', arch: 'x86_64' });
  });
  test('with the vGPU Manager inside is the host package', async () => {
    const files = { 'nvidia-installer': installer, 'nvidia-vgpu-mgr': 'stand-in' };
    const host = makeself({ label: DRIVER, script: './nvidia-installer', files });
    expect(await only('NVIDIA-Linux-x86_64-525.105.17-grid.run', host)).toMatchObject({
      what: 'driver-host',
      remark: { key: 'media.host-package' },
    });
  });
  test('a CUDA runfile says its version inside; its driver is in the name', async () => {
    expect(await only('cuda_12.0.1_525.85.12_linux.run', cuda())).toMatchObject({
      what: 'cuda',
      version: '12.0.1',
      branch: null,
      bundledDriver: '525.85.12',
      arch: 'x86_64',
      format: 'run',
      integrity: { kind: 'intact' },
      remark: null,
    });
    expect(await only('toolkit', cuda())).toMatchObject({ what: 'cuda', version: '12.0.1', bundledDriver: null });
  });
  test('a CUDA runfile for arm64 says so in its name', async () => {
    const files = { 'cuda-installer': installer };
    const sbsa = makeself({ label: 'CUDA Installer', script: './cuda-installer', files });
    expect(await only('cuda_12.4.1_550.54.15_linux_sbsa.run', sbsa)).toMatchObject({
      what: 'cuda',
      arch: 'aarch64',
      version: '12.4.1',
      remark: { key: 'media.version-by-name' },
    });
  });
  test('a name of another CUDA version is said, and its driver is not believed', async () => {
    expect(await only('cuda_11.8.0_520.61.05_linux.run', cuda([], 'CUDA Toolkit 12.1'))).toMatchObject({
      version: '12.1',
      bundledDriver: null,
      remark: { key: 'media.name-differs' },
    });
  });
  test.each<[name: string, options: string[]]>([
    ['SHA-256', ['--sha256']],
    ['no MD5, but a CRC', ['--nomd5']],
    ['no compression', ['--nocomp']],
    ['xz', ['--xz']],
  ])('%s: whole, changed and cut are told apart', async (_name, options) => {
    const whole = cuda(options);
    const altered = Uint8Array.from(whole);
    altered[altered.length - 60] = (altered[altered.length - 60] ?? 0) ^ 1;
    expect((await only('c.run', whole)).integrity.kind).toBe('intact');
    expect((await only('c.run', altered)).integrity).toMatchObject({ because: { key: 'media.altered' } });
    expect((await only('c.run', whole.subarray(0, whole.length - 10))).integrity).toMatchObject({
      kind: 'broken',
      because: { key: 'media.truncated', values: { has: whole.length - 10, wants: whole.length } },
    });
  });
  test('without any sum is unchecked, not intact', async () => {
    expect((await only('c.run', cuda(['--nomd5', '--nocrc']))).integrity).toMatchObject({
      kind: 'unchecked',
      because: { key: 'media.no-checksum' },
    });
  });
  test("of somebody else is named by its label, and is not NVIDIA's", async () => {
    const other = makeself({ label: 'Some Game', script: './play', files: { play: installer } });
    expect(await only('game.run', other)).toMatchObject({
      what: 'unknown',
      remark: { key: 'media.other-runfile', values: { label: 'Some Game' } },
    });
  });
});
