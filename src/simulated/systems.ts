/** Freshly installed Linux guests in memory: what every story starts from. */
import { MIG_SCRIPT } from '../domain/places.ts';
import { createGuest, succeeded, type Guest } from './guest.ts';
import { bootMig } from './mig-card.ts';
import { record } from './package-database.ts';
import { aptCache, aptGet, aptMark, dpkg, dpkgDeb } from './programs/apt.ts';
import { bootKernel, depmod, dkms, modinfo, modprobe, updateInitramfs } from './programs/kernel.ts';
import { bootLicensing, journalctl, systemctl } from './programs/licensing.ts';
import { migScript } from './programs/nvidia-smi-mig.ts';
import { bash, df, env, quiet, sh, su, sudo, timedatectl, uname } from './programs/shells.ts';

export type Setting = {
  readonly os: 'debian-12' | 'ubuntu-22.04' | 'ubuntu-24.04';
  /** Oldest first; the newest boots. */
  readonly kernels: readonly [string, ...string[]];
  readonly firmware: 'uefi' | 'bios';
  /** What CPUID shows; null: the id is hidden. */
  readonly signature: string | null;
  readonly dmi: Readonly<Record<string, string>>;
};

const OS_RELEASE: Readonly<Record<Setting['os'], string>> = {
  'debian-12': 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n',
  'ubuntu-22.04': 'PRETTY_NAME="Ubuntu 22.04.4 LTS"\nNAME="Ubuntu"\nVERSION_ID="22.04"\nID=ubuntu\nID_LIKE=debian\n',
  'ubuntu-24.04': 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
};

const PROGRAMS = {
  'apt-get': aptGet,
  'apt-cache': aptCache,
  'apt-mark': aptMark,
  dpkg,
  'dpkg-deb': dpkgDeb,
  modprobe,
  modinfo,
  dkms,
  'update-initramfs': updateInitramfs,
  systemctl,
  journalctl,
  su,
  bash,
  sudo,
  env,
  sh,
  df,
  uname,
  timedatectl,
  dmesg: quiet,
  find: quiet,
  ldconfig: quiet,
  depmod,
  stat: quiet,
};

const TOOLS = [
  '/usr/bin/apt-get',
  '/usr/sbin/update-initramfs',
  '/usr/bin/systemctl',
  '/usr/sbin/modprobe',
  '/usr/sbin/ldconfig',
  '/usr/bin/sh',
  '/usr/bin/perl',
  '/usr/bin/tar',
  '/usr/bin/xz',
  '/usr/bin/gzip',
];

function register(text: string): string {
  const bytes = new TextEncoder().encode(text.padEnd(12, '\0'));
  const word = (at: number) => bytes.subarray(at, at + 4).reduceRight((sum, byte) => sum * 256 + byte, 0);
  return [0, 4, 8]
    .map((at) => `0x${word(at).toString(16).padStart(8, '0')}`)
    .join(' ')
    .replace(/(\S+) (\S+) (\S+)/, 'ebx=$1 ecx=$2 edx=$3');
}

/** `cpuid -1 -r`, of the leaves that matter. */
const cpuidText = (signature: string | null): string =>
  `CPU:\n   0x00000001 0x00: eax=0x000906ea ebx=0x00000800 ecx=0xfed8320b edx=0x0f8bfbff\n   0x40000000 0x00: eax=0x40000001 ${register(signature ?? '')}\n`;

function installHeaders({ files }: Guest, kernel: string): void {
  files.write(`/usr/src/linux-headers-${kernel}/Makefile`, 'VERSION = 6\n');
  files.link(`/lib/modules/${kernel}/build`, `/usr/src/linux-headers-${kernel}`);
}

function removeHeaders({ files }: Guest, kernel: string): void {
  files.removeTree(`/lib/modules/${kernel}/build`);
  files.removeTree(`/usr/src/linux-headers-${kernel}`);
}

function offerBuildTools(guest: Guest, kernels: readonly string[]): void {
  const tool = (name: string, version: string, path: string) =>
    guest.offers.set(name, {
      name,
      version,
      install: ({ files }) => {
        files.write(path, '', 0o755);
      },
      remove: ({ files }) => {
        files.removeTree(path);
      },
    });
  tool('gcc', '4:12.2.0-3', '/usr/bin/gcc');
  tool('gcc-12', '12.2.0-14', '/usr/bin/gcc-12');
  tool('g++', '4:12.2.0-3', '/usr/bin/g++');
  tool('make', '4.3-4.1', '/usr/bin/make');
  tool('dkms', '3.0.10-8', '/usr/sbin/dkms');
  guest.offers.set('libc6-dev', { name: 'libc6-dev', version: '2.36-9' });
  for (const kernel of kernels) {
    const name = `linux-headers-${kernel}`;
    guest.offers.set(name, {
      name,
      version: '1',
      install: (one) => {
        installHeaders(one, kernel);
      },
      remove: (one) => {
        removeHeaders(one, kernel);
      },
    });
  }
}

export function installSystem({ os, kernels, firmware, signature, dmi }: Setting): Guest {
  const guest = createGuest();
  const { files, programs } = guest;
  for (const [name, program] of Object.entries(PROGRAMS)) programs.set(name, program);
  guest.installers.set(MIG_SCRIPT, migScript);
  programs.set('cpuid', () => succeeded(cpuidText(signature)));
  for (const path of TOOLS) files.write(path, '', 0o755);
  files.write('/etc/os-release', OS_RELEASE[os]);
  files.write('/proc/self/status', 'Name:\tgpu-guest\nUid:\t0\t0\t0\t0\n');
  files.write('/proc/cpuinfo', 'processor\t: 0\nflags\t\t: fpu vme sse2 hypervisor\n');
  files.write('/proc/version', `Linux version ${kernels[0]} (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP\n`);
  files.write('/proc/locks', '');
  files.write(
    '/etc/environment',
    os === 'debian-12'
      ? ''
      : 'PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games:/usr/local/games"\n',
  );
  files.write('/var/lib/apt/lists/archive_dists_stable_main_binary-amd64_Packages', '');
  files.write('/var/lib/apt/extended_states', '');
  files.write('/etc/modprobe.d/README', '');
  for (const [name, text] of Object.entries(dmi)) files.write(`/sys/class/dmi/id/${name}`, `${text}\n`);
  if (firmware === 'uefi')
    files.write('/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c', '\x06\0\0\0\0');
  for (const kernel of kernels) {
    files.write(
      `/lib/modules/${kernel}/modules.dep`,
      'kernel/drivers/gpu/drm/nouveau/nouveau.ko: kernel/drivers/gpu/drm/drm.ko\nkernel/drivers/gpu/drm/drm.ko:\n',
    );
    files.write(`/boot/vmlinuz-${kernel}`, '');
    files.write(`/boot/initrd.img-${kernel}`, '');
    record(files, `linux-image-${kernel}`, '1');
  }
  record(files, 'apt', '2.6.1');
  record(files, 'dpkg', '1.21.22');
  offerBuildTools(guest, kernels);
  guest.onBoot.push(bootKernel, bootLicensing, bootMig);
  return guest;
}
