import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mediaFolder, scanned } from './media-folder.ts';
import { makeNvidiaRunfile } from './make-runfile.ts';
import { makeWindowsPackage } from './make-windows-package.ts';
import { lacks, makeDeb, makeRpm, makeZip } from './with-tools.ts';

const BUNDLE = 'NVIDIA-GRID-Linux-KVM-535.161.05-535.161.08-538.46.zip';
const GRID = 'NVIDIA-Linux-x86_64-535.161.08-grid';
const grid = makeNvidiaRunfile({ folder: GRID, version: '535.161.08' });
const host = makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm', version: '535.161.05' });
const files = {
  [`Guest_Drivers/${GRID}.run`]: grid,
  'Guest_Drivers/538.46_grid_win10_win11_server2019_server2022_dch_64bit_international.exe': makeWindowsPackage(),
  'Host_Drivers/NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm.run': host,
  'grid-licensing-user-guide.pdf': '%PDF-1.4',
};
const inside = `${BUNDLE}!Guest_Drivers/${GRID}.run`;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const scan = (zip: Uint8Array, name = BUNDLE) => scanned(mediaFolder({ [name]: zip }));

describe.skipIf(lacks('zip'))('a vGPU bundle', () => {
  test.each([
    ['packed', [], true],
    ['stored', ['-0'], undefined],
    ['with zip64 fields', ['-fz'], true],
  ])('%s: the guest driver in it is an item of its own', async (_name, options, deflated) => {
    const items = await scan(makeZip(files, ...options));
    expect(items[BUNDLE]).toMatchObject({ what: 'vgpu-bundle', version: '535.161.08', integrity: { kind: 'intact' } });
    expect(items[inside]).toMatchObject({
      what: 'driver',
      flavour: 'grid',
      version: '535.161.08',
      arch: 'x86_64',
      format: 'run',
      sizeBytes: grid.length,
      integrity: { kind: 'intact' },
      sha256: sha256(grid),
    });
    expect(items[inside]?.source.deflated).toBe(deflated);
    expect(Object.keys(items)).toEqual([BUNDLE, inside, expect.stringContaining('538.46_grid')]);
  });
  test.skipIf(lacks('dpkg-deb'))('a renamed Debian package in it that cannot be read there is not called cut', async () => {
    const fields = { name: 'nvidia-linux-grid-535', version: '535.161.07', arch: 'amd64' };
    const items = await scan(makeZip({ 'Guest_Drivers/driver.deb': makeDeb(fields, 'xz') }));
    expect(items[`${BUNDLE}!Guest_Drivers/driver.deb`]).toMatchObject({
      what: 'unknown',
      integrity: { kind: 'unchecked' },
      remark: { key: 'media.deb-unread' },
    });
  });
  test("is known under another name, and the host's driver is no item", async () => {
    const items = await scan(makeZip(files), 'download.zip');
    expect(items['download.zip']).toMatchObject({ what: 'vgpu-bundle', version: null });
    expect(Object.values(items).map(({ what }) => what)).not.toContain('driver-host');
  });
  test('the Windows driver in it is named for what it is', async () => {
    const items = Object.values(await scan(makeZip(files)));
    expect(items.find(({ format }) => format === 'exe')).toMatchObject({
      what: 'driver',
      version: '538.46',
      branch: null,
      flavour: 'grid',
      remark: { key: 'media.windows-package' },
    });
  });
  test.each([
    ['stored', '-0'],
    ['packed', '-6'],
  ])('%s: a changed byte in its guest driver spoils driver and bundle', async (_name, option) => {
    const zip = makeZip(files, option);
    zip[3000] = (zip[3000] ?? 0) ^ 0x55;
    const items = await scan(zip);
    expect(items[inside]).toMatchObject({
      integrity: { kind: 'broken', because: { key: 'media.zip-crc' } },
      sha256: null,
    });
    expect(items[BUNDLE]?.integrity).toMatchObject({ kind: 'broken', because: { key: 'media.bundle-entry-broken' } });
  });
  test('cut, it is truncated, and nothing in it is offered', async () => {
    const zip = makeZip(files);
    for (const at of [100, zip.length >> 1, zip.length - 1]) {
      const items = await scan(zip.subarray(0, at));
      expect(Object.keys(items)).toEqual([BUNDLE]);
      expect(items[BUNDLE]).toMatchObject({
        what: 'vgpu-bundle',
        integrity: { kind: 'broken', because: { key: 'media.truncated-end' } },
      });
    }
  });
  test('encrypted, it is asked to be unpacked', async () => {
    const items = await scan(makeZip(files, '-P', 'secret'));
    expect(items[BUNDLE]).toMatchObject({ integrity: { kind: 'unchecked', because: { key: 'media.zip-encrypted' } } });
  });
  test('without a guest driver says so', async () => {
    const items = await scan(makeZip({ 'Host_Drivers/NVIDIA-Linux-x86_64-535.161.05-vgpu-kvm.run': host }));
    expect(items[BUNDLE]?.remark).toMatchObject({ key: 'media.bundle-without-guest' });
  });
  test('any other zip is an archive and no more', async () => {
    expect((await scan(makeZip({ 'photo.jpg': 'x' }), 'a.zip'))['a.zip']).toMatchObject({
      what: 'unknown',
      remark: { key: 'media.other-archive' },
    });
  });
  test.skipIf(lacks('dpkg-deb', 'rpmbuild'))('deb and rpm in it are known too', async () => {
    const name = 'nvidia-linux-grid-535';
    const items = await scan(
      makeZip({
        [`Guest_Drivers/${name}_535.161.08_amd64.deb`]: makeDeb({ name, version: '535.161.08', arch: 'amd64' }),
        'Guest_Drivers/renamed.deb': makeDeb({ name, version: '535.161.08', arch: 'amd64' }, 'gzip'),
        'Guest_Drivers/renamed.rpm': makeRpm({ name, version: '535.161.08', arch: 'x86_64' }),
      }),
    );
    const drivers = Object.values(items).filter(({ what }) => what === 'driver');
    expect(drivers).toHaveLength(3);
    for (const driver of drivers) {
      expect(driver).toMatchObject({
        flavour: 'grid',
        version: '535.161.08',
        packageName: name,
        integrity: { kind: 'intact' },
      });
    }
  });
});
