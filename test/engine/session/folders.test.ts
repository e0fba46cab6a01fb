import { describe, expect, test } from 'vitest';
import { unreadable } from '../../../src/domain/fact.ts';
import type { FileStatus, Observer } from '../../../src/domain/machine.ts';
import { folderAt } from '../../../src/engine/session/folders.ts';
import { simulations } from '../../../src/simulated/index.ts';
import { guest } from './ports-here.ts';

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'C:\\': ['$Recycle.Bin', 'Program Files', 'System Volume Information', '驱动'],
  'C:\\驱动': ['538.46 grid', 'a.tok'],
  'C:\\Program Files': [],
  'C:\\驱动\\538.46 grid': [],
  'E:\\': [],
  '\\\\files\\nv': ['16.5'],
  '\\\\files\\nv\\16.5': [],
};
const folder: FileStatus = { kind: 'folder', mode: 0o777, sizeBytes: 0, modifiedMs: 0, target: null };
const windows: Observer = {
  ...guest('p40-8q-vsphere').observer,
  platform: 'windows',
  list: (path) => Promise.resolve(FOLDERS[path]),
  // An empty drive for compact disks.
  status: (path) => (path === 'D:\\' ? Promise.reject(unreadable(path, 'UNKNOWN')) : Promise.resolve(FOLDERS[path] ? folder : undefined)),
};

describe('folders to choose from', () => {
  test('of a Windows machine begin with its drives', async () => {
    for (const top of ['\\', '/']) expect(await folderAt([windows], top)).toEqual({ path: '\\', parent: null, folders: ['C:', 'E:'], files: 0 });
    expect(await folderAt([windows], 'c:')).toEqual({ path: 'C:\\', parent: '\\', folders: ['Program Files', '驱动'], files: 0 });
    expect(await folderAt([windows], 'C:\\驱动\\')).toEqual({ path: 'C:\\驱动', parent: 'C:\\', folders: ['538.46 grid'], files: 1 });
  });

  test('may lie on a share', async () => {
    expect(await folderAt([windows], '\\\\files\\nv')).toEqual({ path: '\\\\files\\nv', parent: '\\', folders: ['16.5'], files: 0 });
  });

  test('of a simulated Linux on a Windows are those of both', async () => {
    const { observer } = guest('p40-8q-vsphere');
    expect(await folderAt([observer, windows], '/mnt')).toMatchObject({ path: '/mnt', parent: '/', folders: ['Shared'] });
    expect(await folderAt([observer, windows], '\\')).toMatchObject({ folders: ['C:', 'E:'] });
  });

  test('of a simulated Windows on a Linux begin with its drives, where its media are', async () => {
    const media = simulations.find(({ name }) => name === 't4-8q-windows')?.media ?? '';
    const places = [guest('t4-8q-windows').observer, guest('p40-8q-vsphere').observer];
    expect(await folderAt(places, '\\')).toMatchObject({ folders: ['C:'] });
    expect(await folderAt(places, media)).toMatchObject({ path: 'C:\\mnt\\Shared\\nv', parent: 'C:\\mnt\\Shared', files: 4 });
  });

  test('of a Linux are never drives', async () => {
    await expect(folderAt([guest('p40-8q-vsphere').observer], '\\')).rejects.toMatchObject({ fault: { code: 'not-found' } });
  });
});
