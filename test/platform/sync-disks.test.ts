import { expect, it } from 'vitest';
import { mountsToSync } from '../../src/platform/linux/sync-disks.ts';

const GUEST = [
  '22 27 0:21 / /proc rw,relatime - proc proc rw',
  '27 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw',
  '28 27 254:2 / /boot rw,relatime shared:5 - ext4 /dev/vda2 rw',
  '29 28 254:15 / /boot/efi rw,relatime shared:6 - vfat /dev/vda15 rw',
  '30 27 0:40 /@var /var rw,relatime - btrfs /dev/vdb rw,subvol=/@var',
  '31 30 0:40 /@log /var/log rw,relatime - btrfs /dev/vdb rw,subvol=/@log',
  '32 27 254:32 / /data rw,relatime - xfs /dev/vdc rw',
  '33 27 0:50 / /mnt/Shared ro,relatime - nfs4 server:/nv ro',
  '34 27 0:51 / /home rw,relatime - nfs4 server:/home rw',
  '35 30 0:52 / /var/lib/kubelet/pods/x/volumes/v rw,relatime - nfs4 server:/v rw',
  '36 30 0:53 / /var/lib/docker/overlay2/x/merged rw,relatime - overlay overlay rw',
  '37 27 254:48 / /usr/local/cuda\\040toolkits rw,relatime - ext4 /dev/vdd rw',
  '38 27 7:0 / /snap/core/1 ro,nodev - squashfs /dev/loop0 ro',
].join('\n');

it('what an installation writes to is synced, each file system once, and nothing that may hang or is not ours', () => {
  expect(mountsToSync(GUEST, '/')).toEqual(['/', '/boot', '/boot/efi', '/var', '/usr/local/cuda toolkits']);
});

it('a root or system folder of any kind counts: a container, a diskless guest', () => {
  const container = '500 400 0:99 / / rw - overlay overlay rw\n501 500 0:98 / /usr rw - nfs4 server:/usr rw';
  expect(mountsToSync(container, '/')).toEqual(['/', '/usr']);
});

it('of a guest that is mounted at a folder its own mounts alone', () => {
  const mounted = `${GUEST}\n40 27 253:1 / /mnt/image rw - ext4 /dev/nbd0p1 rw\n41 40 253:2 / /mnt/image/boot rw - ext4 /dev/nbd0p2 rw`;
  expect(mountsToSync(mounted, '/mnt/image/')).toEqual(['/mnt/image', '/mnt/image/boot']);
});

it('where nothing can be told, there is no mount to name', () => {
  expect(mountsToSync('', '/')).toEqual([]);
});
