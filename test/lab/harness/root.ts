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

async function bootstrap(dir: string, include: string) {
  await shell(['mmdebstrap', '--quiet', '--variant=minbase', '--skip=cleanup/apt/lists', `--include=${include}`,
    '--components=main,contrib,non-free,non-free-firmware', 'bookworm', join(dir, 'root')], { limitMs: 600_000 });
}

/** A place to compile in: the headers of both kernels. */
const workshop = () => cached('workshop', fresh('2'), dir => bootstrap(dir, 'gcc,make,libc6-dev,linux-headers-cloud-amd64,linux-headers-amd64'));

/** The modules for one kernel: fakegpu.ko, the stand-ins nvidia*.ko, and guest-uname.so. */
export async function modules(kernel: string): Promise<string> {
  const sources = join(HERE, 'kernel');
  const shop = join(await workshop(), 'root');
  return cached(`modules-${kernel}`, fresh(contents(sources)), async dir => {
    await sh(`
      rm -rf "$1/src"; cp -r "$2" "$1/src"
      chroot "$1" make -s -C /lib/modules/"$3"/build M=/src modules
      chroot "$1" gcc -O2 -shared -fPIC -o /src/guest-uname.so /src/guest-uname.c -ldl
      cp "$1"/src/*.ko "$1"/src/guest-uname.so "$4"; rm -rf "$1/src"`.replaceAll('$1', shop).replaceAll('$2', sources).replaceAll('$3', kernel).replaceAll('$4', dir),
    { limitMs: 300_000 });
  });
}

async function prepare(root: string, kind: Kind) {
  const kernel = kernelOf(root);
  copyFileSync(process.execPath, join(root, 'usr/bin/node')); // Debian 12 carries Node 18, the program wants 20.19
  copyFileSync(join(HERE, 'guest/lab-agent'), join(root, 'usr/sbin/lab-agent'));
  copyFileSync(join(HERE, 'guest/lab-agent.service'), join(root, 'etc/systemd/system/lab-agent.service'));
  copyFileSync(join(HERE, 'guest/80-lab.network'), join(root, 'etc/systemd/network/80-lab.network'));
  const built = await modules(kernel);
  await sh(`
    mkdir -p ${root}/lib/modules/${kernel}/extra ${root}/lib/fakegpu ${root}/boot/extlinux
    cp ${built}/fakegpu.ko ${root}/lib/modules/${kernel}/extra/
    cp ${built}/guest-uname.so ${root}/usr/local/lib/
    chroot ${root} depmod ${kernel}
    chroot ${root} systemctl -q enable lab-agent systemd-networkd systemd-networkd-wait-online 2>/dev/null
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
  await sh(`chroot ${root} update-initramfs -u -k ${kernel}`, { limitMs: 120_000 });
}

const inputs = (kind: Kind) => fresh(SYSTEM, KERNEL[kind], process.version, contents(join(HERE, 'guest')), contents(join(HERE, 'kernel')), contents(import.meta.filename));

/** A folder with the disk's whole content below `root`, and the same as `disk.img`, which boots by itself. */
export const guest = (kind: Kind) => cached(`guest-${kind}`, inputs(kind), async dir => {
  await bootstrap(dir, `${SYSTEM},${KERNEL[kind]}`);
  const root = join(dir, 'root');
  await prepare(root, kind);
  await sh(`
    truncate -s 12G ${dir}/disk.img
    mke2fs -q -t ext4 -O ^64bit,^metadata_csum -d ${root} ${dir}/disk.img
    mkdir ${dir}/mnt; mount -o loop ${dir}/disk.img ${dir}/mnt
    trap 'umount -R ${dir}/mnt' EXIT
    mount --bind /dev ${dir}/mnt/dev; mount --bind /proc ${dir}/mnt/proc
    chroot ${dir}/mnt extlinux --install /boot/extlinux`, { limitMs: 180_000 });
  rmSync(join(dir, 'mnt'), { recursive: true });
});
