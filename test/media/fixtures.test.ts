/** Small files made once by the real tools (dpkg-deb 1.21, rpm 4.18, zip 3.0), so that they are read where none of those is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mediaFolder, scanned } from './media-folder.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const scan = (name: string) => scanned(mediaFolder({ [name]: fixture(name) }));
const GRID = {
  what: 'driver',
  flavour: 'grid',
  version: '535.161.07',
  packageName: 'nvidia-linux-grid-535',
  arch: 'x86_64',
};

test('a deb', async () => {
  const item = (await scan('grid.deb'))['grid.deb'];
  expect(item).toMatchObject({ ...GRID, format: 'deb', remark: null });
  expect(item?.integrity.kind).not.toBe('broken');
});
test('an rpm', async () => {
  expect((await scan('grid.rpm'))['grid.rpm']).toMatchObject({ ...GRID, format: 'rpm', integrity: { kind: 'intact' } });
});
test('a bundle', async () => {
  const items = await scan('bundle.zip');
  expect(items['bundle.zip']).toMatchObject({ what: 'vgpu-bundle', integrity: { kind: 'intact' } });
  expect(items['bundle.zip!Guest_Drivers/grid.deb']).toMatchObject({ ...GRID, integrity: { kind: 'intact' } });
});
