import { describe, expect, it } from 'vitest';
import type { Observer } from '../../src/domain/machine.ts';
import { findMedia } from '../../src/engine/find-media.ts';
import { simulationNamed } from '../../src/simulated/named.ts';

/** A guest without media of its own. */
async function guestWith(...paths: readonly string[]) {
  const { observer, executor } = simulationNamed('geforce-visible-hypervisor').start();
  for (const path of paths) await executor.write(path, 'x', 0o644);
  return observer;
}

/** A Windows guest whose file system is this. */
const windowsWith = (folders: Readonly<Record<string, readonly string[]>>): Observer => ({
  ...simulationNamed('geforce-visible-hypervisor').start().observer,
  platform: 'windows',
  list: (path) => Promise.resolve(folders[path]),
  status: (path) => Promise.resolve(folders[path] && { kind: 'folder', mode: 0o777, sizeBytes: 0, modifiedMs: 0, target: null }),
});

describe('a media folder on Windows', () => {
  const downloads = { 'C:\\Users': ['李雷'], 'C:\\Users\\李雷\\Downloads': ['cuda_12.2.2_537.13_windows.exe', 'photo.jpg'] };
  it('is on another drive, beside Windows, or where a browser puts files; the one that has most', async () => {
    expect(await findMedia(windowsWith(downloads))).toEqual({ folder: 'C:\\Users\\李雷\\Downloads', files: 1 });
    const drive = { 'E:\\': ['vGPU 16.5'], 'E:\\vGPU 16.5': ['538.46_grid_win10_win11_server2022_dch_64bit_international.exe', 'a.tok'] };
    expect(await findMedia(windowsWith({ ...downloads, ...drive }))).toEqual({ folder: 'E:\\vGPU 16.5', files: 2 });
  });

  it('is the usual one where that has media, and none of Windows’s own', async () => {
    const usual = { 'C:\\': ['Shared', 'Windows'], 'C:\\Shared': ['nv'], 'C:\\Shared\\nv': ['Display.Driver', 'setup.exe'] };
    const own = { 'C:\\Windows': ['a.tok', 'b.tok'] };
    expect(await findMedia(windowsWith({ ...downloads, ...usual, ...own }))).toEqual({ folder: 'C:\\Shared\\nv', files: 1 });
    expect(await findMedia(windowsWith({ 'C:\\': ['Windows'], ...own }))).toBeUndefined();
  });
});

describe('a media folder', () => {
  it('is not found where there is none', async () => {
    expect(await findMedia(await guestWith('/mnt/backup/photo.jpg', '/srv/www/index.html'))).toBeUndefined();
  });

  it('is the usual one, where that has media, however much lies elsewhere', async () => {
    const machine = await guestWith(
      '/mnt/Shared/nv/a.tok',
      '/media/alice/STICK/nv/b.tok',
      '/media/alice/STICK/nv/NVIDIA-Linux-x86_64-535.104.05-grid.run',
    );
    expect(await findMedia(machine)).toEqual({ folder: '/mnt/Shared/nv', files: 1 });
  });

  it('is the one that has most', async () => {
    const machine = await guestWith(
      '/srv/nv/a.tok',
      '/run/media/alice/STICK/cuda_12.2.0_535.54.03_linux.run',
      '/run/media/alice/STICK/nvidia-linux-grid-535_535.104.05_amd64.deb',
    );
    expect(await findMedia(machine)).toEqual({ folder: '/run/media/alice/STICK', files: 2 });
  });
});
