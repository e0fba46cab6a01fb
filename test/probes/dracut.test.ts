import { describe, expect, it } from 'vitest';
import { parseDracut } from '../../src/probes/dracut.ts';
import { initramfs } from '../../src/probes/initramfs.ts';
import { madeUpMachine, seen } from './made-up-machine.ts';

const OURS = '/etc/dracut.conf.d/gpu-guest-nouveau.conf';
const DISTRIBUTION = '/usr/lib/dracut/dracut.conf.d/01-dist.conf';
const DRACUT = { '/usr/bin/dracut': '' };
const dracutOf = async (files: Record<string, string>, denied: readonly string[] = []) =>
  (await seen(initramfs, { files: { ...DRACUT, ...files }, denied })).dracut;
const parsed = (text: string) => parseDracut([{ path: 'x.conf', text }]);

describe('the configuration of dracut', () => {
  it.each([
    ['hostonly="yes"\n', true],
    ["hostonly='yes'\n", true],
    ['hostonly=yes # as ever\n', true],
    ['hostonly="yes"\nhostonly="no"\n', false],
    ['# hostonly="yes"\n', false],
    ['hostonly_cmdline="yes"\n', false],
    ['', false],
  ])('says whether its images are for this machine alone: %j', (text, hostOnly) => {
    expect(parsed(text).hostOnly).toBe(hostOnly);
  });

  it.each([
    ['omit_drivers+=" nouveau "\n', 'x.conf'],
    ['omit_drivers="radeon nouveau"\n', 'x.conf'],
    ['omit_drivers+=" nouveau-companion "\n', null],
    ['omit_drivers+=" nouveau "\nomit_drivers+=" radeon "\n', 'x.conf'],
    ['omit_drivers+=" nouveau "\nomit_drivers=" radeon "\n', null],
    ['omit_drivers+=" nouveau "\nforce_drivers+=" nouveau "\n', null],
    ['add_drivers+=" nouveau "\nomit_drivers+=" nouveau "\n', null],
    ['#omit_drivers+=" nouveau "\n', null],
  ])('says whether nouveau is left out of them: %j', (text, by) => {
    expect(parsed(text).by).toBe(by);
  });

  it('is read in the order of the names of its files, of which those in /etc hide others', async () => {
    expect(await dracutOf({ [DISTRIBUTION]: 'hostonly="yes"\n' })).toEqual({ hostOnly: true, withoutNouveau: null });
    const generic = { '/usr/lib/dracut/dracut.conf.d/02-generic-image.conf': 'hostonly="no"\n' };
    expect(await dracutOf({ [DISTRIBUTION]: 'hostonly="yes"\n', ...generic })).toMatchObject({ hostOnly: false });
    const hidden = { '/etc/dracut.conf.d/01-dist.conf': '' };
    expect(await dracutOf({ [DISTRIBUTION]: 'hostonly="yes"\n', ...hidden })).toMatchObject({ hostOnly: false });
    expect(await dracutOf({ [OURS]: 'omit_drivers+=" nouveau "\n' })).toEqual({
      hostOnly: false,
      withoutNouveau: { path: OURS, modifiedMs: 1000 },
    });
  });

  it.each(['/etc/dracut.conf', '/etc/dracut.conf.d', DISTRIBUTION])(
    'is not known where %s may not be read',
    async (denied) => {
      const files = { '/etc/dracut.conf': 'omit_drivers+=" nouveau "\n', [OURS]: '', [DISTRIBUTION]: '' };
      expect(await dracutOf(files, [denied])).toBeNull();
    },
  );

  it('is of no interest where initramfs-tools makes the images', async () => {
    expect(await dracutOf({ '/usr/sbin/update-initramfs': '', '/usr/sbin/mkinitramfs': '' })).toBeUndefined();
  });

  it('says of an image that is mounted that it is for any machine, as ours are', async () => {
    const machine = madeUpMachine({ files: { ...DRACUT, [DISTRIBUTION]: 'hostonly="yes"\n' } });
    const mounted = { ...machine, origin: { kind: 'live', mounted: true } as const };
    expect((await initramfs.observe.linux?.(mounted))?.dracut).toEqual({ hostOnly: false, withoutNouveau: null });
  });

  it('has dracut called by its own name in a mounted image, whatever else calls it', async () => {
    const machine = madeUpMachine({ files: { ...DRACUT, '/usr/sbin/update-initramfs': '' } });
    const mounted = { ...machine, origin: { kind: 'live', mounted: true } as const };
    expect(await initramfs.observe.linux?.(mounted)).toMatchObject({
      tool: 'dracut',
      rebuild: ['dracut', '--force', '--regenerate-all', '--no-hostonly'],
    });
  });
});
