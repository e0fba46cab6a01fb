// A disk with Debian's own Podman, Docker and containerd, and for each an image that was made here: nothing is ever pulled.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached, contents, fresh } from './cache.ts';
import { CARDS } from './card.ts';
import { inContainer } from './container.ts';
import { makeDisk, onDisk } from './disk.ts';
import { guest } from './root.ts';
import { sh, shell } from './shell.ts';

const PARTS = join(import.meta.dirname, '../stand-in/containers');
const PACKAGES = 'podman crun runc containerd docker.io';
const UNIT = 'lab-containers.service';
/** The images are called what Debian's own are called. */
export const IMAGE = 'docker.io/library/debian:bookworm-slim';
const SMI = 'nvidia-smi -L';
export const IN_DOCKER = `docker run --rm --network=none --gpus all debian:bookworm-slim ${SMI}`;
export const IN_PODMAN = `podman run --rm --network=none --device nvidia.com/gpu=all ${IMAGE} ${SMI}`;
/** ctr(8) reads no configuration of runtimes: that is for Kubernetes alone. */
export const IN_CONTAINERD = `ctr run --rm --runc-binary nvidia-container-runtime --env NVIDIA_VISIBLE_DEVICES=all ${IMAGE} smi ${SMI}`;

/** What nspawn would keep from its guest: dockerd sets up each container's network, runc gives each a keyring. The guest has to be offline. */
export const ALLOWED = ['--capability=CAP_NET_ADMIN', '--system-call-filter=@keyring'];

const image = async () => join(await cached('container-image', fresh('essential'), target => shell(['mmdebstrap', '--quiet', '--variant=essential',
  '--dpkgopt=path-exclude=/usr/share/doc/*', '--dpkgopt=path-exclude=/usr/share/locale/*', 'bookworm', join(target, 'image.tar')], { limitMs: 600_000 })), 'image.tar');

/** The network is the machine's own while packages come: no daemon may start in it and set up bridges and rules. */
const INSTALL = `set -e
  printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d
  export DEBIAN_FRONTEND=noninteractive; apt-get update -q
  apt-get install -qy --no-install-recommends ${PACKAGES}
  apt-get clean; rm /usr/sbin/policy-rc.d
  systemctl -q disable systemd-networkd systemd-networkd-wait-online # there will be no network to wait for
  systemctl -q enable ${UNIT}`;

const FILES: Readonly<Record<string, string>> = {
  // Docker's file is there before the toolkit comes, with what belongs to the guest, which has no modules for a bridge.
  '/etc/docker/daemon.json': '{\n  "log-driver": "journald",\n  "bridge": "none",\n  "iptables": false\n}\n',
  // crun would ask systemd for a group with all controllers, of which a guest in nspawn has none.
  '/etc/containers/containers.conf': '[containers]\ndefault_sysctls = []\n\n[engine]\ncgroup_manager = "cgroupfs"\n',
};

const IMPORT = `set -e
  podman import -q /root/image.tar ${IMAGE}
  docker import /root/image.tar debian:bookworm-slim
  docker save -o /root/saved.tar debian:bookworm-slim; ctr images import /root/saved.tar
  rm /root/image.tar /root/saved.tar`;

const made = async () => fresh(await guest('cloud'), await image(), PACKAGES, INSTALL, IMPORT, JSON.stringify(FILES),
  contents(join(PARTS, UNIT)), contents(join(PARTS, 'lab-containers')));

/** A disk image to begin from. */
export async function containerRuntimesImage(): Promise<string> {
  const dir = await cached('container-runtimes', await made(), async target => {
    const disk = await makeDisk('container-runtimes', 'cloud', CARDS['p40-8q'], {
      '/root/image.tar': await image(), [`/etc/systemd/system/${UNIT}`]: join(PARTS, UNIT), '/usr/local/sbin/lab-containers': join(PARTS, 'lab-containers'),
    });
    await onDisk(disk, async root => {
      chmodSync(join(root, 'usr/local/sbin/lab-containers'), 0o755);
      await inContainer(root, {}, inside => inside.run(INSTALL, { limitMs: 900_000 }));
      for (const [path, text] of Object.entries(FILES)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      await inContainer(root, { offline: true, allowed: ALLOWED }, inside => inside.run(IMPORT));
    });
    await sh(`mv '${disk.file}' '${target}/disk.img'`);
  });
  return join(dir, 'disk.img');
}
