import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { scanMedia } from '../../src/media/scan.ts';
import { machine, mediaFolder, only } from './media-folder.ts';
import { lacks, makeDeb, makeRpm } from './with-tools.ts';

const GRID = { name: 'nvidia-linux-grid-535', version: '535.161.07', arch: 'amd64' };
const GRID_DEB = 'nvidia-linux-grid-535_535.161.07_amd64.deb';

describe.skipIf(lacks('dpkg-deb'))('a Debian package', () => {
  test.each(['gzip', 'xz', 'zstd', 'none'])('packed with %s is known, and whole', async (compression) => {
    expect(await only('renamed.deb', makeDeb(GRID, compression))).toMatchObject({
      what: 'driver',
      flavour: 'grid',
      version: '535.161.07',
      branch: 535,
      arch: 'x86_64',
      format: 'deb',
      packageName: 'nvidia-linux-grid-535',
      integrity: { kind: 'intact' },
      moduleFlavours: [],
      remark: null,
    });
  });
  test('cut is truncated, wherever it was cut', async () => {
    const deb = makeDeb(GRID);
    for (const at of [30, 100, 300, deb.length >> 1, deb.length - 1]) {
      expect((await only(GRID_DEB, deb.subarray(0, at))).integrity).toMatchObject({
        kind: 'broken',
        because: { key: 'media.truncated-end' },
      });
    }
  });
  test('with a changed byte cannot be unpacked', async () => {
    const deb = makeDeb(GRID);
    deb[deb.length - 900] = (deb[deb.length - 900] ?? 0) ^ 0xff;
    expect((await only(GRID_DEB, deb)).integrity).toMatchObject({
      kind: 'broken',
      because: { key: 'media.deb-broken' },
    });
  });
  test.each([
    [{ ...GRID, arch: 'arm64' }, 'driver', 'aarch64', null],
    [{ ...GRID, name: 'nvidia-vgpu-ubuntu-535', version: '535.161.05' }, 'driver-host', 'x86_64', 'media.host-package'],
    [
      { ...GRID, name: 'nvidia-driver-535', version: '535.161.08-0ubuntu1' },
      'unknown',
      'x86_64',
      'media.package-not-used',
    ],
    [{ ...GRID, name: 'cuda-repo-ubuntu2204-12-1-local' }, 'unknown', 'x86_64', 'media.local-repository'],
  ])('%o', async (fields, what, arch, remark) => {
    const item = await only('x.deb', makeDeb(fields));
    expect(item).toMatchObject({ what, arch, packageName: fields.name });
    expect(item.remark?.key ?? null).toBe(remark);
  });
  test('on a machine without dpkg-deb is known by its name, and unchecked', async () => {
    const bare: Observer = {
      ...machine,
      run: async ([tool]) => {
        throw new Unobservable({ kind: 'tool-missing', tool });
      },
    };
    const items = await scanMedia(bare, mediaFolder({ [GRID_DEB]: makeDeb(GRID) }));
    expect(items).toMatchObject([
      {
        what: 'driver',
        version: '535.161.07',
        integrity: { kind: 'unchecked', because: { key: 'media.deb-unchecked' } },
        remark: { key: 'media.package-by-name' },
      },
    ]);
    expect(items?.[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe.skipIf(lacks('rpmbuild'))('an rpm package', () => {
  const rpm = makeRpm({ name: 'nvidia-linux-grid-535', version: '535.161.07', arch: 'x86_64' });

  test('is known from its header, and whole', async () => {
    expect(await only('renamed', rpm)).toMatchObject({
      what: 'driver',
      flavour: 'grid',
      version: '535.161.07',
      branch: 535,
      arch: 'x86_64',
      format: 'rpm',
      packageName: 'nvidia-linux-grid-535',
      integrity: { kind: 'intact' },
    });
  });
  test('says whether it can be installed without DKMS', async () => {
    expect(await only('x.rpm', rpm)).toMatchObject({ needsDkms: false });
    const other = makeRpm(
      { name: 'nvidia-linux-grid-535', version: '535.161.07', arch: 'x86_64' },
      'kmod, dkms >= 2.8',
    );
    expect(await only('x.rpm', other)).toMatchObject({ needsDkms: true });
  });
  test('that is no driver is never summed, and never called whole', async () => {
    const other = makeRpm({ name: 'cuda-repo-rhel9-12-1-local', version: '12.1.0', arch: 'x86_64' });
    expect(await only('x.rpm', other)).toMatchObject({
      what: 'unknown',
      integrity: { kind: 'unchecked', because: { key: 'media.not-checked' } },
      remark: { key: 'media.local-repository' },
    });
  });
  test('cut in its payload says how much is missing', async () => {
    expect((await only('x.rpm', rpm.subarray(0, rpm.length - 7))).integrity).toMatchObject({
      because: { key: 'media.truncated', values: { has: rpm.length - 7, wants: rpm.length } },
    });
  });
  test('cut in its header is known by its name', async () => {
    expect(await only('nvidia-linux-grid-535-535.161.07-1.x86_64.rpm', rpm.subarray(0, 600))).toMatchObject({
      what: 'driver',
      version: '535.161.07',
      integrity: { because: { key: 'media.truncated-header' } },
    });
  });
  test.each([2, rpm.length >> 1])('with a changed byte, %i before its end, was altered', async (before) => {
    const altered = Uint8Array.from(rpm);
    altered[altered.length - before] = (altered[altered.length - before] ?? 0) ^ 1;
    expect((await only('x.rpm', altered)).integrity).toMatchObject({ because: { key: 'media.altered' } });
  });
});
