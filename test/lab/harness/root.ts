// The roots of the guests: Debian 12 by mmdebstrap, with NVIDIA's sections of Debian's archive in the sources.
import { copyFileSync, readdirSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached, contents, fresh } from './cache.ts';
import { shell, sh } from './shell.ts';

const HERE = join(import.meta.dirname, '..');
const SYSTEM = 'systemd,systemd-sysv,libpam-systemd,dbus,udev,kmod,initramfs-tools,apt,ca-certificates,pciutils,openssl,sudo,procps,iproute2,cron,strace,extlinux,libstdc++6';

/** cloud: boots in half the time, has no nouveau, and a compiler. full: Debian's usual kernel with nouveau, and no compiler. */
export type Kind = 'cloud' | 'full';
const KERNEL: Record<Kind, string> = {
  cloud: 'linux-image-cloud-amd64,linux-headers-cloud-amd64,build-essential,dkms',
  full: 'linux-image-amd64',
};

export const kernelOf = (root: string) => readdirSync(join(root, 'lib/modules')).sort().at(-1)!;

/** As a tar file, which unpacks in seconds what takes a minute to install. */
async function debian(name: string, include: string) {
  const dir = await cached(`debian-${name}`, fresh(include), target => shell(['mmdebstrap', '--quiet', '--variant=minbase', '--skip=cleanup/apt/lists',
    `--include=${include}`, '--components=main,contrib,non-free,non-free-firmware', 'bookworm', join(target, 'root.tar')], { limitMs: 1_200_000 }));
  return join(dir, 'root.tar');
}

async function unpack(tar: string, dir: string) {
  await sh(`mkdir ${dir}/root; tar -xf ${tar} --numeric-owner --xattrs --xattrs-include='*' -C ${dir}/root`, { limitMs: 400_000 });
}

/** The version of the GRID driver that NVIDIA's vGPU 15.2 carries. */
export const DRIVER = '525.105.17';

/** A place to compile in: the headers of both kernels. */
const workshop = () => cached('workshop', fresh('3'), async dir => {
  await unpack(await debian('workshop', 'gcc,make,libc6-dev,linux-headers-cloud-amd64,linux-headers-amd64'), dir);
});

/** For one kernel: fakegpu.ko, the stand-ins nvidia*.ko of that version, two libraries of it, and guest-uname.so. */
export async function modules(kernel: string, version: string): Promise<string> {
  const sources = join(HERE, 'kernel');
  const shop = join(await workshop(), 'root');
  return cached(`modules-${kernel}-${version}`, fresh(contents(sources)), async dir => {
    const src = `/src-${process.pid}`;
    await sh(`
      rm -rf ${shop}${src}; cp -r ${sources} ${shop}${src}
      inside() { chroot ${shop} "$@"; }
      inside make -s -C /lib/modules/${kernel}/build M=${src} NV_VERSION=${version} modules
      inside gcc -O2 -shared -fPIC -o ${src}/guest-uname.so ${src}/guest-uname.c -ldl
      for lib in nvidia-ml cuda; do
        echo 'int nothing;' | inside gcc -shared -fPIC -x c - -Wl,-soname,lib$lib.so.1 -o ${src}/lib$lib.so.${version}
      done
      cp ${shop}${src}/*.ko ${shop}${src}/*.so* ${dir}; rm -rf ${shop}${src}`, { limitMs: 600_000 });
  });
}

async function prepare(root: string, kind: Kind) {
  const kernel = kernelOf(root);
  copyFileSync(process.execPath, join(root, 'usr/bin/node')); // Debian 12 carries Node 18, the program wants 20.19
  copyFileSync(join(HERE, 'guest/lab-agent'), join(root, 'usr/sbin/lab-agent'));
  copyFileSync(join(HERE, 'guest/lab-agent.service'), join(root, 'etc/systemd/system/lab-agent.service'));
  copyFileSync(join(HERE, 'guest/80-lab.network'), join(root, 'etc/systemd/network/80-lab.network'));
  const built = await modules(kernel, DRIVER);
  await sh(`
    mkdir -p ${root}/lib/modules/${kernel}/extra ${root}/lib/fakegpu ${root}/boot/extlinux
    cp ${built}/fakegpu.ko ${root}/lib/modules/${kernel}/extra/
    cp ${built}/guest-uname.so ${root}/usr/local/lib/
    chroot ${root} depmod ${kernel}
    chroot ${root} systemctl -q enable lab-agent systemd-networkd systemd-networkd-wait-online 2>/dev/null
    chroot ${root} systemctl -q mask apt-daily.timer apt-daily-upgrade.timer e2scrub_reap.service fstrim.timer # what starts at its own moment
    rm -f ${root}/etc/resolv.conf ${root}/etc/machine-id; : > ${root}/etc/machine-id
    rm -rf ${root}/var/cache/apt/archives/*.deb ${root}/initrd.img.old ${root}/vmlinuz.old`);
  writeFileSync(join(root, 'etc/guest-kernel'), `${kernel}\n`);
  writeFileSync(join(root, 'etc/resolv.conf'), 'nameserver 10.0.2.3\n');
  writeFileSync(join(root, 'etc/fstab'), '/dev/vda / ext4 defaults,errors=remount-ro 0 1\n');
  writeFileSync(join(root, 'etc/hostname'), 'guest\n');
  writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost\n127.0.1.1 guest\n');
  writeFileSync(join(root, 'etc/modules-load.d/fakegpu.conf'), 'fakegpu\n');
  if (kind === 'cloud') await smallInitramfs(root, kernel);
}

/** Under emulation a full initramfs takes minutes to pack. */
async function smallInitramfs(root: string, kernel: string) {
  writeFileSync(join(root, 'etc/initramfs-tools/conf.d/lab'), 'MODULES=list\nCOMPRESS=gzip\n');
  writeFileSync(join(root, 'etc/initramfs-tools/modules'), 'virtio_pci\nvirtio_blk\next4\n');
  await sh(`chroot ${root} update-initramfs -u -k ${kernel}`, { limitMs: 400_000 });
}

const inputs = (kind: Kind) => fresh(SYSTEM, KERNEL[kind], process.version, contents(join(HERE, 'guest')), contents(join(HERE, 'kernel')), contents(import.meta.filename));

/** A folder with the disk's whole content below `root`, and the same as `disk.img`, which boots by itself. */
export const guest = (kind: Kind) => cached(`guest-${kind}`, inputs(kind), async dir => {
  await unpack(await debian(kind, `${SYSTEM},${KERNEL[kind]}`), dir);
  const root = join(dir, 'root');
  await prepare(root, kind);
  await sh(`
    truncate -s 12G ${dir}/disk.img
    mke2fs -q -t ext4 -O ^64bit,^metadata_csum -d ${root} ${dir}/disk.img
    mkdir ${dir}/mnt; mount -o loop ${dir}/disk.img ${dir}/mnt
    trap 'umount -R ${dir}/mnt' EXIT
    mount --bind /dev ${dir}/mnt/dev; mount --bind /proc ${dir}/mnt/proc
    chroot ${dir}/mnt extlinux --install /boot/extlinux`, { limitMs: 400_000 });
  rmSync(join(dir, 'mnt'), { recursive: true });
});
