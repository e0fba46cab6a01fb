import { describe, expect, it } from 'vitest';
import { bundleIn, bundleMisfit } from '../../src/choice/offline.ts';
import type { OfflineBundle } from '../../src/domain/bundle.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { say } from '../../src/words/say.ts';
import { KERNEL, manifestOf } from '../media/made-bundle.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import { guestWith, runtime, toolkit, wanting } from './container-guests.ts';
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

const ROCKY = '5.14.0-427.13.1.el9_4.x86_64';
const SUSE = '6.4.0-150600.23.7-default';
const listed = (names: readonly string[]) => names.map((name) => ({ name, version: '1-1', file: `${name}.rpm` }));

/** A guest whose packages are rpms, with a bundle that was made for it. */
function rpmGuest(manager: 'dnf' | 'zypper', kernel: string, headers: { readonly name: string; readonly version: string }) {
  const list = [...listed(['gcc', 'make', 'glibc-devel', 'dkms', 'python3-dnf-plugin-versionlock']), { ...headers, file: 'headers.rpm' }];
  const packaged = { manager, list, headers: { [kernel]: `${headers.name}-${headers.version}${manager === 'dnf' ? '.x86_64' : ''}` }, drivers: [] };
  const [id, version] = manager === 'dnf' ? ['rocky', '9.4'] : ['sles', '15.6'];
  const release = { id, version: manager === 'dnf' ? '9' : version, name: id };
  return {
    facts: { os: { ...osOf(id, manager), version }, kernel: kernelOf(kernel) },
    bundle: { ...bundle, manifest: manifestOf({ release, kernels: [kernel], packages: packaged }) },
  };
}
const rocky = rpmGuest('dnf', ROCKY, { name: 'kernel-devel', version: '5.14.0-427.13.1.el9_4' });
const suse = rpmGuest('zypper', SUSE, { name: 'kernel-default-devel', version: '6.4.0-150600.23.7.3' });

const REPOSITORY = '/var/lib/gpu-guest/bundle-repos.d/gpu-guest-bundle.repo';
const DNF = '--setopt=reposdir=/var/lib/gpu-guest/bundle-repos.d --setopt=cachedir=/var/cache/gpu-guest-bundle';
const ZYPPER = 'zypper --non-interactive --reposd-dir /var/lib/gpu-guest/bundle-repos.d --cache-dir /var/cache/gpu-guest-bundle';

describe('rpm packages from an offline bundle', () => {
  it('by dnf: one repository is there to it, the guest’s list is not', () => {
    const proposal = ask('packages.prerequisites', rocky.facts, { bundle: rocky.bundle });
    expect(linesOf(proposal)).toEqual([
      `write ${REPOSITORY}`,
      `dnf -y ${DNF} makecache`,
      `dnf install -y ${DNF} --setopt=install_weak_deps=False gcc make glibc-devel dkms kernel-devel-${ROCKY}`,
    ]);
    const [file, index] = actionsOf(proposal);
    expect(file).toMatchObject({ content: expect.stringMatching(/^baseurl=file:\/\/\/mnt\/usb\/a%20b\/packages$[^]*^gpgcheck=0$[^]*^module_hotfixes=1$/m) as string });
    expect(index).toMatchObject({ undo: { paths: ['/var/cache/gpu-guest-bundle'] } });
  });

  it('by zypper: the same, and no service of a registration is asked', () => {
    const proposal = ask('packages.prerequisites', suse.facts, { bundle: suse.bundle });
    expect(linesOf(proposal)).toEqual([
      `write ${REPOSITORY}`,
      `${ZYPPER} refresh`,
      `${ZYPPER} --no-refresh install --auto-agree-with-licenses --no-recommends gcc make glibc-devel dkms kernel-default-devel-6.4.0-150600.23.7.3`,
    ]);
  });

  it('also what the driver’s own file depends on, and what locks its version', () => {
    const driver = { ...grid, source: mediaOf('rpm', '/mnt/usb/a b/media/nvidia.rpm') };
    const install = linesOf(ask('driver.install', rocky.facts, { driver, bundle: rocky.bundle }));
    expect(install.at(-1)).toBe(`dnf install -y ${DNF} --setopt=install_weak_deps=False --setopt=localpkg_gpgcheck=False /mnt/usb/a b/media/nvidia.rpm`);
    const hold = linesOf(ask('driver.hold', rocky.facts, { driver, ahead: ['driver.install'], bundle: rocky.bundle }));
    expect(hold.slice(1)).toEqual([
      `dnf -y ${DNF} makecache`,
      `dnf install -y ${DNF} --setopt=install_weak_deps=False python3-dnf-plugin-versionlock`,
      `dnf -y ${DNF} versionlock add nvidia-linux-grid-525`,
    ]);
  });

  it('that it does not hold are named', () => {
    const secureBoot = 'on' as const;
    expect(ask('packages.prerequisites', { ...suse.facts, secureBoot }, { bundle: suse.bundle })).toMatchObject({
      kind: 'blocked',
      by: { key: 'offline.lacking', values: { names: 'openssl mokutil' } },
    });
  });

  it('are removed without a repository being asked', () => {
    const conflict = { version: '535.261.03', kind: 'tesla', origin: 'rpm', packages: ['nvidia-driver'], removable: ['nvidia-driver'] };
    const lines = linesOf(ask('driver.remove-conflicting', { ...suse.facts, installedDrivers: [conflict] as never }, { driver: grid, bundle: suse.bundle }));
    expect(lines.at(-1)).toContain('zypper --non-interactive --no-refresh remove');
  });
});

describe('what comes after the driver', () => {
  const rockyWith = guestWith([runtime('podman')], { ...rocky.facts, containerToolkit: toolkit({ version: null }) });
  const withToolkit = (names: readonly string[]): OfflineBundle => ({
    ...rocky.bundle,
    manifest: { ...rocky.bundle.manifest, packages: { ...rocky.bundle.manifest.packages, list: listed(names) } },
  });
  it('is taken from the bundle where it is there, though the guest’s own list knows of none', () => {
    const proposal = ask('containers.install', rockyWith, wanting('podman', undefined, { bundle: withToolkit(['nvidia-container-toolkit']) }));
    expect(linesOf(proposal).slice(1, 3)).toEqual([
      `dnf -y ${DNF} makecache`,
      `dnf install -y ${DNF} --setopt=install_weak_deps=False nvidia-container-toolkit`,
    ]);
  });
  it('is not looked for in the network where it is not', () => {
    const setUp = { kind: 'repository', setUp: true, rejected: [] } as const;
    const proposal = ask('containers.install', rockyWith, wanting('podman', setUp, { bundle: withToolkit([]) }));
    expect(proposal).toMatchObject({ kind: 'blocked', by: { key: 'offline.lacking' } });
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
    [rocky.bundle.manifest, factsOf(rocky.facts), undefined],
    [suse.bundle.manifest, factsOf(suse.facts), undefined],
    [suse.bundle.manifest, factsOf({ os: { ...osOf('sles', 'zypper'), version: '15.5' } }), 'offline.other-release'],
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
