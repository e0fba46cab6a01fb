// What a guest of Rocky Linux 9 and one of SUSE 15 hold of packages, and what their repositories offer.
import type { Rpm } from './build.ts';
import { moduleFile } from './module-file.ts';
import { DRACUT, GCC, MAKE } from './stand-ins.ts';

export type Distribution = {
  readonly manager: 'dnf' | 'zypper';
  readonly osRelease: string;
  readonly kernel: string;
  readonly database: string;
  readonly installed: readonly Rpm[];
  /** By the name of the repository. */
  readonly offered: Readonly<Record<string, readonly Rpm[]>>;
};

const program = (content: string) => ({ content, mode: 0o755 });
const noarch = { arch: 'noarch' } as const;

const nouveau = (kernel: string) => ({
  [`/lib/modules/${kernel}/kernel/drivers/gpu/drm/nouveau/nouveau.ko`]: moduleFile({ license: 'GPL and additional rights', name: 'nouveau', vermagic: `${kernel} SMP preempt mod_unload modversions ` }),
  [`/lib/modules/${kernel}/modules.order`]: 'kernel/drivers/gpu/drm/nouveau/nouveau.ko\n',
  [`/lib/modules/${kernel}/modules.builtin`]: '',
  [`/boot/vmlinuz-${kernel}`]: 'stand-in\n',
  [`/boot/config-${kernel}`]: 'CONFIG_CC_VERSION_TEXT="gcc (GCC) 11.4.1 20231218 (Red Hat 11.4.1-3)"\n',
});

const headers = (at: string, kernel: string) => ({
  [`${at}/Makefile`]: 'VERSION = 5\n',
  [`${at}/include/config/kernel.release`]: `${kernel}\n`,
  [`${at}/include/linux/version.h`]: '\n',
});

const compilers = (libcVersion: string): readonly Rpm[] => [
  { name: 'gcc', version: '11.4.1', release: '3.el9', requires: ['cpp = 11.4.1', 'glibc-devel'], recommends: ['nothing-that-is-needed'], files: { '/usr/bin/gcc': program(GCC) } },
  { name: 'gcc-c++', version: '11.4.1', release: '3.el9', requires: ['gcc = 11.4.1'], files: { '/usr/bin/g++': program(GCC) } },
  { name: 'cpp', version: '11.4.1', release: '3.el9', files: { '/usr/bin/cpp': program(GCC) } },
  { name: 'make', version: '4.3', release: '8.el9', files: { '/usr/bin/make': program(MAKE) } },
  { name: 'glibc-devel', version: libcVersion, release: '100.el9', requires: ['kernel-headers'], files: { '/usr/include/stdio.h': '\n' } },
  { name: 'kernel-headers', version: '5.14.0', release: '427.13.1.el9_4', files: { '/usr/include/linux/version.h': '\n' } },
  { name: 'nothing-that-is-needed', version: '1', release: '1', ...noarch },
];

/** What stands in the repositories and not on the guest, besides compilers: Secure Boot's tools. */
const SIGNING: readonly Rpm[] = [{ name: 'openssl', version: '3.0.7', release: '27.el9' }, { name: 'mokutil', version: '0.6.0', release: '4.el9' }];

/** A tool that a package of the distribution brings in a newer version than the one that stands there. */
const elf = (version: string): Rpm => ({ name: 'elfutils-libelf', version, release: '1.el9', files: { [`/usr/share/doc/elfutils-libelf/VERSION`]: `${version}\n` } });

export const dkmsRpm = (script: Buffer, settings: Buffer): Rpm => ({
  name: 'dkms', version: '3.0.13', release: '1.el9', ...noarch, requires: ['gcc', 'make', 'kmod'],
  files: { '/usr/sbin/dkms': { content: script, mode: 0o755 }, '/etc/dkms/framework.conf': { content: settings, config: true }, '/var/lib/dkms/dkms_dbversion': '2.0.0\n' },
});

export const versionLockRpm = (plugin: Buffer, settings: Buffer, core: Buffer): Rpm => ({
  name: 'python3-dnf-plugin-versionlock', version: '4.3.0', release: '13.el9', ...noarch,
  files: {
    '/usr/lib/python3/dist-packages/dnf-plugins/versionlock.py': plugin,
    '/usr/lib/python3/dist-packages/dnfpluginscore/__init__.py': core,
    '/etc/dnf/plugins/versionlock.conf': { content: settings, config: true },
    '/etc/dnf/plugins/versionlock.list': { config: true },
  },
});

const EL = '5.14.0-427.13.1.el9_4.x86_64';
const EL_NEXT = '5.14.0-427.16.1.el9_4.x86_64';
const develOf = (kernel: string): Rpm => {
  const [, version = '', release = ''] = /^([^-]+)-(.*)\.x86_64$/.exec(kernel) ?? [];
  return {
    name: 'kernel-devel', version, release, requires: ['gcc', 'make', 'elfutils-libelf >= 0.190'],
    provides: [`kernel-devel-uname-r = ${kernel}`, 'installonlypkg(kernel)'], files: headers(`/usr/src/kernels/${kernel}`, kernel),
  };
};

const ROCKY_BASE: readonly Rpm[] = [
  { name: 'rocky-release', version: '9.4', release: '1.7.el9', ...noarch, provides: ['system-release = 9.4', 'system-release(releasever) = 9'], files: { '/etc/redhat-release': 'Rocky Linux release 9.4 (Blue Onyx)\n' } },
  { name: 'bash', version: '5.1.8', release: '9.el9', provides: ['/bin/sh'] }, { name: 'glibc', version: '2.34', release: '100.el9' }, { name: 'systemd', version: '252', release: '32.el9' }, { name: 'kmod', version: '28', release: '9.el9' },
];

export const rocky = (dkms: Rpm, versionLock: Rpm): Distribution => ({
  manager: 'dnf',
  osRelease: 'NAME="Rocky Linux"\nVERSION="9.4 (Blue Onyx)"\nID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\nPLATFORM_ID="platform:el9"\nPRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"\n',
  kernel: EL,
  database: '/var/lib/rpm',
  installed: [
    ...ROCKY_BASE,
    {
      name: 'kernel-core', version: '5.14.0', release: '427.13.1.el9_4', provides: [`kernel-core-uname-r = ${EL}`, 'installonlypkg(kernel)'],
      files: {
        ...nouveau(EL), [`/lib/modules/${EL}/build`]: { link: `/usr/src/kernels/${EL}` },
        [`/boot/loader/entries/lab-${EL}.conf`]: `title Rocky Linux (${EL}) 9.4 (Blue Onyx)\nversion ${EL}\nlinux /vmlinuz-${EL}\ninitrd /initramfs-${EL}.img\n`,
      },
    },
    { name: 'dracut', version: '057', release: '53.el9', files: { '/usr/bin/dracut': program(DRACUT) } },
    elf('0.188'),
  ],
  offered: {
    // A bundle is made for a system without any package: what stands on the guest is there as well.
    baseos: [...ROCKY_BASE, ...SIGNING, ...compilers('2.34'), develOf(EL), develOf(EL_NEXT), elf('0.188'), elf('0.190'), versionLock],
    epel: [dkms],
  },
});

const SUSE = '6.4.0-150600.23.7-default';

const SUSE_BASE: readonly Rpm[] = [
  { name: 'bash', version: '4.4', release: '150400.25.22', provides: ['/bin/sh'] }, { name: 'glibc', version: '2.38', release: '150600.12.1' }, { name: 'systemd', version: '254', release: '150600.2' }, { name: 'kmod', version: '29', release: '4.15.1' },
];

export const suse = (dkms: Rpm): Distribution => ({
  manager: 'zypper',
  osRelease: 'NAME="SLES"\nVERSION="15-SP6"\nVERSION_ID="15.6"\nPRETTY_NAME="SUSE Linux Enterprise Server 15 SP6"\nID="sles"\nID_LIKE="suse"\n',
  kernel: SUSE,
  database: '/usr/lib/sysimage/rpm',
  installed: [
    { name: 'sles-release', version: '15.6', release: '150600.1', files: { '/etc/products.d/SLES.prod': '<?xml version="1.0"?>\n<product schemeversion="0"><vendor>SUSE</vendor><name>SLES</name><version>15.6</version><release>0</release><arch>x86_64</arch></product>\n', '/etc/products.d/baseproduct': { link: 'SLES.prod' } }, provides: ['product() = SLES'] },
    { name: 'kernel-default', version: '6.4.0', release: '150600.23.7.3', provides: ['multiversion(kernel)'], files: { ...nouveau(SUSE), [`/lib/modules/${SUSE}/build`]: { link: '/usr/src/linux-6.4.0-150600.23.7-obj/x86_64/default' } } },
    ...SUSE_BASE,
    { name: 'dracut', version: '059', release: '150600.1', files: { '/usr/bin/dracut': program(DRACUT) } },
    elf('0.188'),
  ],
  offered: {
    oss: [
      ...SUSE_BASE, ...SIGNING, ...compilers('2.38'), elf('0.188'), elf('0.190'), dkms,
      ...['23.7.3', '23.17.1'].map((release): Rpm => ({
        name: 'kernel-default-devel', version: '6.4.0', release: `150600.${release}`, requires: ['gcc', 'make', 'elfutils-libelf >= 0.190'], provides: ['multiversion(kernel)'],
        files: headers(`/usr/src/linux-6.4.0-150600.${release.replace(/\.\d+$/, '')}-obj/x86_64/default`, `6.4.0-150600.${release.replace(/\.\d+$/, '')}-default`),
      })),
    ],
  },
});
