import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { only } from './media-folder.ts';
import { likeXz, makeNvidiaRunfile } from './make-runfile.ts';
import { lacks } from './with-tools.ts';

const GRID = 'NVIDIA-Linux-x86_64-535.161.07-grid';
const grid = makeNvidiaRunfile({ folder: GRID });

describe("a driver as NVIDIA's makeself packs it", () => {
  test('is known with version, branch, architecture and flavour, and is whole', async () => {
    expect(await only(`${GRID}.run`, grid)).toMatchObject({
      what: 'driver',
      version: '535.161.07',
      branch: 535,
      arch: 'x86_64',
      flavour: 'grid',
      format: 'run',
      sizeBytes: grid.length,
      sha256: createHash('sha256').update(grid).digest('hex'),
      integrity: { kind: 'intact' },
      moduleFlavours: ['open', 'proprietary'],
      remark: null,
    });
  });
  test.each([
    ['NVIDIA-Linux-x86_64-470.63.01-grid-aws', 'driver', 'grid-aws', ['proprietary'], null],
    ['NVIDIA-Linux-x86_64-550.144.06-grid-azure', 'driver', 'grid-azure', ['open', 'proprietary'], null],
    ['NVIDIA-Linux-x86_64-570.133.20', 'driver', 'tesla', ['open', 'proprietary'], null],
    ['NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm', 'driver-host', null, [], 'media.host-package'],
    ['NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm-custom', 'driver-host', null, [], 'media.host-package'],
    ['NVIDIA-Linux-x86_64-535.161.07-grid-custom', 'driver', 'grid', ['open', 'proprietary'], 'media.custom'],
  ])('%s', async (folder, what, flavour, moduleFlavours, remark) => {
    const version = folder.split('-')[3] ?? '';
    const item = await only(`${folder}.run`, makeNvidiaRunfile({ folder, version }));
    expect(item).toMatchObject({ what, flavour, moduleFlavours, version, integrity: { kind: 'intact' } });
    expect(item.remark?.key ?? null).toBe(remark);
  });
  test('for arm64 says so', async () => {
    const folder = 'NVIDIA-Linux-aarch64-535.161.07-grid';
    expect(await only(`${folder}.run`, makeNvidiaRunfile({ folder, arch: 'aarch64' }))).toMatchObject({
      what: 'driver',
      arch: 'aarch64',
      integrity: { kind: 'intact' },
    });
  });
});

describe('the contents count, not the name', () => {
  test('a renamed driver is known', async () => {
    expect(await only('driver.bin', grid)).toMatchObject({ what: 'driver', flavour: 'grid', version: '535.161.07' });
  });
  test('a host package under the name of a guest driver is refused', async () => {
    const host = makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm', version: '535.161.05' });
    expect(await only(`${GRID}.run`, host)).toMatchObject({ what: 'driver-host', version: '535.161.05' });
  });
  test('another version under this name is said', async () => {
    const other = makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-470.63.01-grid', version: '470.63.01' });
    expect(await only(`${GRID}.run`, other)).toMatchObject({
      version: '470.63.01',
      remark: { key: 'media.name-differs' },
    });
  });
  test('where the contents cannot tell, the name does, and that is said', async () => {
    const silent = makeNvidiaRunfile({ folder: 'selfgz' });
    expect(await only(`${GRID}.run`, silent)).toMatchObject({
      flavour: 'grid',
      remark: { key: 'media.flavour-by-name' },
    });
    expect(await only('driver.run', silent)).toMatchObject({ flavour: null, remark: { key: 'media.flavour-unknown' } });
  });
});

describe('a driver that is not whole', () => {
  test('cut within its payload is truncated, and is not summed', async () => {
    expect(await only(`${GRID}.run`, grid.subarray(0, grid.length - 1000))).toMatchObject({
      what: 'driver',
      version: '535.161.07',
      sha256: null,
      integrity: { kind: 'broken', because: { key: 'media.truncated-end' } },
    });
  });
  test.each([20, 60, 400, 700])('cut at byte %i of its header is truncated', async (at) => {
    const { what, integrity } = await only(`${GRID}.run`, grid.subarray(0, at));
    expect(['driver', 'unknown']).toContain(what);
    expect(integrity.kind).not.toBe('intact');
  });
  test('with one changed byte was altered', async () => {
    const altered = Uint8Array.from(grid);
    altered[altered.length - 500] = (altered[altered.length - 500] ?? 0) ^ 1;
    expect((await only(`${GRID}.run`, altered)).integrity).toMatchObject({
      kind: 'broken',
      because: { key: 'media.altered' },
    });
  });
  test('packed in gzip: cut and changed cannot be told apart, and that is said', async () => {
    const whole = makeNvidiaRunfile({ folder: GRID, payload: likeXz().fill(0x1f, 0, 4) });
    expect((await only(`${GRID}.run`, whole)).integrity.kind).toBe('intact');
    expect((await only(`${GRID}.run`, whole.subarray(0, whole.length - 9))).integrity).toMatchObject({
      because: { key: 'media.altered-or-truncated' },
    });
  });
  test.skipIf(lacks('zstd'))('packed in zstd, as newer drivers are: cut and changed are told apart', async () => {
    for (const options of [[], ['--no-check'], ['-19', '--content-size']]) {
      const payload = execFileSync('zstd', ['-c', ...options], { input: likeXz(400_000) });
      const whole = makeNvidiaRunfile({ folder: GRID, payload });
      expect((await only(`${GRID}.run`, whole)).integrity.kind).toBe('intact');
      for (const cut of [1, 5, 200_000]) {
        expect((await only(`${GRID}.run`, whole.subarray(0, whole.length - cut))).integrity).toMatchObject({
          because: { key: 'media.truncated-end' },
        });
      }
      const altered = Uint8Array.from(whole);
      altered[altered.length - 500] = (altered[altered.length - 500] ?? 0) ^ 1;
      expect((await only(`${GRID}.run`, altered)).integrity).toMatchObject({ because: { key: 'media.altered' } });
    }
  });
});

describe('what was saved under the name of a driver', () => {
  test.each<[name: string, content: string | Uint8Array, remark: string]>([
    ['a.run', '<!DOCTYPE html><html><body>Please log in</body></html>', 'media.html'],
    ['a.deb', '\n  <html><head><title>404</title>', 'media.html'],
    ['a.rpm', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'media.error-answer'],
    ['a.zip', '{"error": "expired"}', 'media.error-answer'],
    ['a.run', '', 'media.empty'],
    ['a.run', 'not found\n', 'media.text-not-medium'],
    ['a.run', likeXz(), 'media.not-what-it-says'],
  ])('%s: %.30s', async (name, content, remark) => {
    expect(await only(name, content)).toMatchObject({
      what: 'unknown',
      sha256: null,
      integrity: { kind: 'broken', because: { key: remark } },
      remark: { key: remark },
    });
  });
  test('a shell script is a script', async () => {
    expect(await only('install.run', '#!/bin/sh\necho hello\n')).toMatchObject({
      what: 'unknown',
      remark: { key: 'media.script' },
    });
  });
});
