import { describe, expect, it } from 'vitest';
import { boot } from '../../src/probes/boot.ts';
import { clock, parseTimedatectl } from '../../src/probes/clock.ts';
import { initramfs } from '../../src/probes/initramfs.ts';
import { rights } from '../../src/probes/rights.ts';
import { tools } from '../../src/probes/tools.ts';
import { madeUpMachine, seen } from './made-up-machine.ts';

describe('clock, rights, boot, tools, initramfs', () => {
  it.each([
    ['NTPSynchronized=yes\n', 'yes'],
    ['NTPSynchronized=no\n', 'no'],
    ['System clock synchronized: yes\n', 'yes'],
    ['     NTP synchronized: no\n', 'no'],
    ['System has not been booted with systemd as init system\n', 'unknown'],
  ])('reads timedatectl: %s', (text, expected) => {
    expect(parseTimedatectl(text)).toBe(expected);
  });

  it('tells the time of the source, and says unknown where nobody can say that the clock is right', async () => {
    expect(await seen(clock, { now: '2026-03-01T12:00:00Z' })).toEqual({
      now: '2026-03-01T12:00:00.000Z',
      synchronised: 'unknown',
    });
    expect(await seen(clock, { files: { '/run/systemd/timesync/synchronized': '' } })).toMatchObject({
      synchronised: 'yes',
    });
  });

  it('knows root by the effective user', async () => {
    const as = (ids: string) =>
      seen(rights, { files: { '/proc/self/status': `Name:\tnode\nUid:\t${ids}\nGid:\t0\t0\t0\t0\n` } });
    expect([await as('0\t0\t0\t0'), await as('1000\t0\t0\t0'), await as('1000\t1000\t1000\t1000')]).toEqual([
      'root',
      'root',
      'user',
    ]);
    await expect(seen(rights, {})).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });

  it('knows the boot by its id', async () => {
    expect(await seen(boot, { files: { '/proc/sys/kernel/random/boot_id': 'ab-cd\n' } })).toEqual({ id: 'ab-cd' });
    expect(await seen(boot, {})).toEqual({ id: null });
  });

  it('finds tools where programs are searched for, and no link that leads nowhere', async () => {
    const files = {
      '/usr/bin/gcc': { link: '/usr/bin/gcc-12' },
      '/usr/bin/gcc-12': 'elf',
      '/usr/bin/cc': { link: '/etc/alternatives/cc' },
      '/sbin/modprobe': 'elf',
    };
    expect(await seen(tools, { files })).toMatchObject({
      gcc: '/usr/bin/gcc',
      cc: null,
      modprobe: '/sbin/modprobe',
      dkms: null,
    });
  });

  it.each([
    [
      { '/usr/sbin/update-initramfs': '', '/usr/sbin/mkinitramfs': '', '/usr/bin/dracut': '' },
      'initramfs-tools',
      ['update-initramfs', '-u', '-k', 'all'],
    ],
    [{ '/usr/bin/dracut': '' }, 'dracut', ['dracut', '--force', '--regenerate-all']],
    [{ '/usr/bin/mkinitcpio': '' }, 'mkinitcpio', ['mkinitcpio', '-P']],
    [{}, 'none', null],
  ])('knows what rebuilds the initramfs %#', async (files, tool, rebuild) => {
    expect(await seen(initramfs, { files })).toMatchObject({ tool, rebuild, images: [] });
  });

  it('knows which kernel each initramfs is for, as each distribution names it', async () => {
    const names = ['initramfs-5.14.0-427.el9.x86_64.img', 'initrd-6.4.0-150600.21-default', 'initrd.img-6.1.0-37-amd64'];
    const others = ['vmlinuz-6.1.0-37-amd64', 'initrd.img', 'initramfs-linux.img'];
    const files = Object.fromEntries([...names, ...others].map((name) => [`/boot/${name}`, '']));
    expect((await seen(initramfs, { files })).images).toEqual([
      { kernel: '5.14.0-427.el9.x86_64', modifiedMs: 1000 },
      { kernel: '6.4.0-150600.21-default', modifiedMs: 1000 },
      { kernel: '6.1.0-37-amd64', modifiedMs: 1000 },
    ]);
  });

  it('has an image that is only mounted rebuilt for any machine, as this one is not the one that boots it', async () => {
    const files = { '/usr/bin/dracut': '' };
    const origin = { kind: 'live', mounted: true } as const;
    expect(await initramfs.observe.linux?.({ ...madeUpMachine({ files }), origin })).toMatchObject({
      rebuild: ['dracut', '--force', '--regenerate-all', '--no-hostonly'],
    });
  });

  it('does not take a /boot that may not be looked at for an empty one', async () => {
    const files = { '/usr/sbin/update-initramfs': '', '/boot/initrd.img-6.1.0-37-amd64': '' };
    expect(await seen(initramfs, { files, denied: ['/boot'] })).toMatchObject({ tool: 'initramfs-tools', images: null });
  });
});
