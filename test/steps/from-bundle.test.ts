import { describe, expect, it } from 'vitest';
import { bundleIn, bundleMisfit } from '../../src/choice/offline.ts';
import type { OfflineBundle } from '../../src/domain/bundle.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { say } from '../../src/words/say.ts';
import { KERNEL, manifestOf } from '../media/made-bundle.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import { factsOf, packages } from './facts-of.ts';
import { kernelOf, osOf } from './guests.ts';
import { grid, mediaOf } from './task-of.ts';

const bundle: OfflineBundle = { folder: '/mnt/usb/a b', manifest: manifestOf(), trouble: null };
const LISTS = '-o Dir::State::lists=/var/lib/apt/gpu-guest-bundle/';

describe('packages from an offline bundle', () => {
  it('come from it alone: its list is read, no other source is asked', () => {
    // The guest's own lists are empty, and that does not matter.
    const repository = { manager: 'apt', drivers: [], headers: {}, indexEmpty: true } as const;
    const proposal = ask('packages.prerequisites', { repository }, { bundle });
    const [sources, update, install, ...rest] = linesOf(proposal);
    expect(rest).toEqual([]);
    expect(sources).toBe('write /var/lib/gpu-guest/bundle-sources.list');
    expect(actionsOf(proposal)[0]).toMatchObject({ content: 'deb [trusted=yes] file:/mnt/usb/a%20b/packages ./\n' });
    for (const line of [update, install]) {
      expect(line).toContain('-o Dir::Etc::SourceList=/var/lib/gpu-guest/bundle-sources.list -o Dir::Etc::SourceParts=/dev/null');
      expect(line).toContain(LISTS);
    }
    expect(install).toMatch(new RegExp(`gcc gcc-12 make libc6-dev dkms linux-headers-${KERNEL}$`));
  });

  it('follow no kernel that the bundle does not know', () => {
    const packageList = packages('linux-image-amd64');
    expect(linesOf(ask('packages.prerequisites', { packageList }, { bundle })).at(-1)).not.toContain('linux-headers-amd64');
  });

  it('also for the driver’s own file', () => {
    const lines = linesOf(ask('driver.install', {}, { driver: { ...grid, source: mediaOf('deb', '/mnt/usb/a b/media/nvidia.deb') }, bundle }));
    expect(lines[1]).toContain(`apt-get update`);
    expect(lines.at(-1)).toContain(LISTS);
  });

  it('of another kernel are not to be had, which both kernels are named for', () => {
    const kernel = kernelOf('6.1.0-38-amd64');
    for (const step of ['preflight', 'packages.prerequisites'] as const)
      expect(ask(step, { kernel }, { bundle })).toMatchObject({
        kind: 'blocked',
        by: { key: 'offline.other-kernel', values: { made: KERNEL, kernel: '6.1.0-38-amd64' } },
      });
  });

  it('that it does not hold are named', () => {
    const proposal = ask('packages.prerequisites', { secureBoot: 'on' }, { bundle });
    expect(proposal).toMatchObject({ kind: 'blocked', by: { key: 'offline.lacking', values: { names: 'openssl mokutil' } } });
  });

  it('are not taken from one that is spoilt: nothing begins', () => {
    const trouble = say('media.offline-bundle.spoilt');
    const spoilt = { ...bundle, trouble };
    for (const step of ['preflight', 'packages.prerequisites', 'nouveau.disable'] as const)
      expect(saidBy(ask(step, { nouveau: { loaded: true, inKernels: [KERNEL], blacklistedBy: null } }, { bundle: spoilt }))).toBe(trouble.key);
  });
});

const itemOf = (offline: MediaItem['offline'], file: string): MediaItem =>
  ({ what: 'offline-bundle', file, integrity: { kind: 'intact' }, offline }) as MediaItem;

describe('whose bundle it is', () => {
  const facts = factsOf();
  const made = (id: string, version: string, name: string) => manifestOf({ release: { id, version, name } });
  it.each([
    [made('debian', '12', 'Debian 12'), facts, undefined],
    [made('debian', '13', 'Debian 13'), facts, 'offline.other-release'],
    [made('ubuntu', '24.04', 'Ubuntu 24.04'), factsOf({ os: { ...osOf('ubuntu', 'apt'), version: '24.10' } }), 'offline.other-release'],
    [made('ubuntu', '24.04', 'Ubuntu 24.04'), factsOf({ os: { ...osOf('ubuntu', 'apt'), version: '24.04' } }), undefined],
    [manifestOf({ arch: 'aarch64' }), facts, 'offline.other-arch'],
  ])('%#: is said of release and architecture', (manifest, guest, key) => {
    expect(bundleMisfit(manifest, guest)?.key).toBe(key);
  });

  it('of several the one that fits is taken; of none that fits, what is wrong is said', () => {
    const other = itemOf(made('debian', '13', 'Debian 13'), '/m/13/bundle.json');
    const own = itemOf(made('debian', '12', 'Debian 12'), '/m/12/bundle.json');
    expect(bundleIn([other, own], facts)).toMatchObject({ folder: '/m/12', trouble: null });
    expect(bundleIn([other], facts)).toMatchObject({ folder: '/m/13', trouble: { key: 'offline.other-release' } });
    expect(bundleIn([], facts)).toBeNull();
  });
});
