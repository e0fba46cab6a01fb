import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernel, parseCompiler, parseUname } from '../../src/probes/kernel.ts';
import { seen } from './made-up-machine.ts';

const UBUNTU = readFileSync('test/outputs/grub/ubuntu-22.04.cfg', 'utf8');
const UUID = '11111111-2222-3333-4444-555555555555';
const running = { '/proc/sys/kernel/osrelease': '5.15.0-105-generic\n', '/proc/sys/kernel/arch': 'x86_64\n' };
const grubenv = (...lines: string[]) => ['# GRUB Environment Block', ...lines, ''].join('\n').padEnd(1024, '#');
const next = async (files: Record<string, string | { link: string }>) => {
  const { nextBoot, nextBootFrom } = await seen(kernel, { files: { ...running, ...files } });
  return `${nextBoot} (${nextBootFrom})`;
};

describe('the kernel that boots next', () => {
  const grub = (config: string, env?: string) =>
    next({ '/boot/grub/grub.cfg': config, ...(env !== undefined && { '/boot/grub/grubenv': env }) });
  const withDefault = (value: string) => UBUNTU.replace('set default="0"', `set default="${value}"`);

  it('is the one of the first entry, by default', async () => {
    expect(await grub(UBUNTU)).toBe('5.15.0-119-generic (grub)');
  });

  it.each([
    ['a number in a submenu', '1>2'],
    ['titles', 'Advanced options for Ubuntu>Ubuntu, with Linux 5.15.0-105-generic'],
    ['ids', `gnulinux-advanced-${UUID}>gnulinux-5.15.0-105-generic-advanced-${UUID}`],
  ])('is the one that GRUB_DEFAULT names by %s', async (_, value) => {
    expect(await grub(withDefault(value))).toBe('5.15.0-105-generic (grub)');
  });

  it('is the saved one, or the one asked for once (grub-reboot)', async () => {
    expect(await grub(withDefault('${saved_entry}'), grubenv('saved_entry=1>2'))).toBe('5.15.0-105-generic (grub)');
    expect(await grub(withDefault('${saved_entry}'), grubenv())).toBe('5.15.0-119-generic (grub)');
    expect(await grub(UBUNTU, grubenv('next_entry=1>2'))).toBe('5.15.0-105-generic (grub)');
    expect(await grub(UBUNTU, grubenv('next_entry='))).toBe('5.15.0-119-generic (grub)');
  });

  const ENTRY = '/boot/loader/entries/aa-5.14.0-427.13.1.el9_4.x86_64.conf';
  const entries = {
    '/boot/grub2/grub.cfg': 'insmod blscfg\nblscfg\n',
    '/boot/grub2/grubenv': '',
    [ENTRY]: 'version 5.14.0-427.13.1.el9_4.x86_64\nlinux /vmlinuz-5.14.0-427.13.1.el9_4.x86_64\n',
    '/boot/efi/loader/entries/x.conf': '',
  };
  const unreadIn = async (files: Record<string, string>, ...denied: string[]) =>
    (await seen(kernel, { files: { ...running, ...files }, denied })).unread;

  it('is an assumption where a part of the boot loader may not be read, which is named', async () => {
    expect(await unreadIn({ '/boot/grub/grub.cfg': UBUNTU })).toBeUndefined();
    expect(await unreadIn({ '/boot/grub/grub.cfg': UBUNTU }, '/boot/grub/grub.cfg')).toBe('/boot/grub/grub.cfg');
    expect(await unreadIn({ '/boot/grub/grub.cfg': UBUNTU }, '/boot')).toBe('/boot/grub/grub.cfg');
    expect(await unreadIn(entries)).toBeUndefined();
    for (const place of ['/boot/grub2/grubenv', '/boot/loader/entries', ENTRY])
      expect(await unreadIn(entries, place)).toBe(place);
  });

  it('is none where what may not be read would not have counted', async () => {
    expect(
      await unreadIn({ '/boot/grub/grub.cfg': UBUNTU, ...entries, '/boot/grub2/grub.cfg': '' }, '/boot/loader'),
    ).toBeUndefined();
    expect(await unreadIn(entries, '/boot/efi')).toBeUndefined();
  });

  it('is read from the link where the entry names no version', async () => {
    const config = UBUNTU.replace('/boot/vmlinuz-5.15.0-119-generic', '/vmlinuz');
    const files = { '/boot/grub/grub.cfg': config, '/vmlinuz': { link: 'boot/vmlinuz-6.1.0-37-amd64' } };
    expect(await next(files)).toBe('6.1.0-37-amd64 (grub)');
  });

  const entry = (version: string) =>
    `title Rocky Linux (${version}) 9.4\nversion ${version}\nlinux /vmlinuz-${version}\ninitrd /initramfs-${version}.img\n`;
  const rocky = {
    '/boot/grub2/grub.cfg': 'set default="${saved_entry}"\ninsmod blscfg\nblscfg\n',
    '/boot/loader/entries/aa-5.14.0-427.13.1.el9_4.x86_64.conf': entry('5.14.0-427.13.1.el9_4.x86_64'),
    '/boot/loader/entries/aa-5.14.0-427.9.1.el9_4.x86_64.conf': entry('5.14.0-427.9.1.el9_4.x86_64'),
    '/boot/loader/entries/aa-0-rescue.conf':
      'title Rocky Linux (0-rescue-aa) 9.4\nversion 0-rescue-aa\nlinux /vmlinuz-0-rescue-aa\n',
  };

  it('is that of the Boot Loader Specification where GRUB reads it: the saved entry, else the newest', async () => {
    const saved = (id: string) => ({ '/boot/grub2/grubenv': grubenv(`saved_entry=${id}`) });
    expect(await next(rocky)).toBe('5.14.0-427.13.1.el9_4.x86_64 (bls)');
    expect(await next({ ...rocky, ...saved('aa-5.14.0-427.9.1.el9_4.x86_64') })).toBe(
      '5.14.0-427.9.1.el9_4.x86_64 (bls)',
    );
    expect(await next({ ...rocky, ...saved('1') })).toBe('5.14.0-427.9.1.el9_4.x86_64 (bls)');
    expect(await next({ ...rocky, ...saved('aa-removed') })).toBe('5.14.0-427.13.1.el9_4.x86_64 (bls)');
  });

  it('is the newest in /boot where no boot loader can be read, and the running one where /boot is empty', async () => {
    const kernels = ['6.1.0-9-amd64', '6.1.0-37-amd64', '6.1.0-38-amd64.old'].map((name) => [
      `/boot/vmlinuz-${name}`,
      'x',
    ]);
    expect(await next(Object.fromEntries(kernels))).toBe('6.1.0-37-amd64 (newest)');
    expect(await next({})).toBe('5.15.0-105-generic (running)');
    const denied = { '/boot/grub/grub.cfg': UBUNTU, ...Object.fromEntries(kernels) };
    expect(await seen(kernel, { files: { ...running, ...denied }, denied: ['/boot/grub'] })).toMatchObject({
      nextBoot: '6.1.0-37-amd64',
      nextBootFrom: 'newest',
    });
  });
});

describe('kernel', () => {
  it('lists kernels that have modules, and of those the ones with headers', async () => {
    const files = {
      ...running,
      '/lib/modules/5.15.0-105-generic/modules.dep': '',
      '/lib/modules/5.15.0-105-generic/build/Makefile': 'obj-m := x\n',
      '/lib/modules/5.15.0-119-generic/kernel/x.ko': '',
      '/lib/modules/5.15.0-119-generic/build': { link: '/usr/src/linux-headers-5.15.0-119-generic' },
      '/lib/modules/5.4.0-1-generic/updates/left-behind.ko': '',
      '/proc/version':
        'Linux version 5.15.0-105-generic (b@x) (gcc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0, GNU ld) #115\n',
    };
    expect(await seen(kernel, { files })).toMatchObject({
      running: '5.15.0-105-generic',
      arch: 'x86_64',
      builtBy: 'gcc-11',
      installed: ['5.15.0-105-generic', '5.15.0-119-generic'],
      withHeaders: ['5.15.0-105-generic'],
    });
  });

  it('takes the kernel that will boot for the running one in a guest that is only mounted', async () => {
    const files = { '/boot/vmlinuz-6.1.0-37-amd64': '', '/lib/modules/6.1.0-37-amd64/modules.dep': '' };
    expect(await seen(kernel, { files })).toMatchObject({ running: '6.1.0-37-amd64', arch: 'x86_64' });
    await expect(seen(kernel, {})).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
  });

  it.each([
    [
      'Linux guest 5.18.0-14parrot1-amd64 #1 SMP PREEMPT_DYNAMIC Debian 5.18.14-1parrot1 (2022-08-07) x86_64 GNU/Linux',
      '5.18.0-14parrot1-amd64',
      'x86_64',
    ],
    [
      'Linux guest 5.14.0-427.el9.aarch64 #1 SMP aarch64 aarch64 aarch64 GNU/Linux',
      '5.14.0-427.el9.aarch64',
      'aarch64',
    ],
    ['6.1.0-37-amd64 x86_64', '6.1.0-37-amd64', 'x86_64'],
    ['6.8.0-45-generic', '6.8.0-45-generic', null],
  ])('reads uname: %s', (text, release, arch) => {
    expect(parseUname(text)).toEqual({ release, arch });
  });

  it.each([
    [
      'Linux version 6.1.0-37-amd64 (d@l.d.org) (gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 SMP',
      'gcc-12',
    ],
    [
      'Linux version 6.8.0-45-generic (b@l) (x86_64-linux-gnu-gcc-13 (Ubuntu 13.2.0-23ubuntu4) 13.2.0, GNU ld (GNU Binutils for Ubuntu) 2.42) #45',
      'gcc-13',
    ],
    [
      'Linux version 5.14.0-427.el9.x86_64 (m@x) (gcc (GCC) 11.4.1 20231218 (Red Hat 11.4.1-3), GNU ld version 2.35.2-43.el9) #1',
      'gcc-11',
    ],
    [
      'Linux version 4.18.0-553.el8_10.x86_64 (m@x) (gcc version 8.5.0 20210514 (Red Hat 8.5.0-22) (GCC)) #1 SMP',
      'gcc-8',
    ],
    ['', null],
  ])('reads the compiler from /proc/version: %s', (text, compiler) => {
    expect(parseCompiler(text)).toBe(compiler);
  });
});
