// A disk with NVIDIA's real driver from Debian's archive, compiled for the guest's kernel at the machine's own speed.
import { cached, fresh } from './cache.ts';
import { CARDS } from './card.ts';
import { inContainer } from './container.ts';
import { copyDisk, makeDisk, onDisk, type Disk } from './disk.ts';
import { guest } from './root.ts';
import { sh } from './shell.ts';

const PACKAGES = 'linux-headers-amd64 dkms nvidia-kernel-dkms nvidia-smi';

export async function realDriverDisk(name: string): Promise<Disk> {
  const dir = await cached('real-driver', fresh(await guest('full'), PACKAGES), async target => {
    const disk = await makeDisk('real-driver', 'full', CARDS.p40);
    await onDisk(disk, root => inContainer(root, {}, inside => inside.run(
      `export DEBIAN_FRONTEND=noninteractive; apt-get update -q && apt-get install -qy --no-install-recommends ${PACKAGES} && apt-get clean`,
      { limitMs: 900_000 })));
    await sh(`mv '${disk.file}' '${target}/disk.img'`);
  });
  return copyDisk({ file: `${dir}/disk.img`, kind: 'full', format: 'raw' }, name);
}
