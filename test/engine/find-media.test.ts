import { describe, expect, it } from 'vitest';
import { findMedia } from '../../src/engine/find-media.ts';
import { simulationNamed } from '../../src/simulated/named.ts';

/** A guest without media of its own. */
async function guestWith(...paths: readonly string[]) {
  const { observer, executor } = simulationNamed('geforce-visible-hypervisor').start();
  for (const path of paths) await executor.write(path, 'x', 0o644);
  return observer;
}

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
