import { describe, expect, it } from 'vitest';
import { windowsBranch, windowsCompatibility } from '../../src/catalog/windows-drivers.ts';
import { majorOfBranch, vgpuReleases } from '../../src/catalog/vgpu-releases.ts';
import { chooseDriver } from '../../src/choice/driver.ts';
import { fitOf } from '../../src/choice/media-fit.ts';
import { known } from '../../src/domain/fact.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import type { InfDevice } from '../../src/domain/windows-package.ts';
import type { BoundDriver } from '../../src/probes/windows-driver.ts';
import { driverFile } from './media.ts';
import { guest, unknown } from './guests.ts';
import { said } from './said.ts';

const SERVER_2022 = { id: 'windows', version: '10.0.20348', name: 'Windows Server 2022', like: ['windows'], packageManager: 'none' } as const;

type Some = Omit<Parameters<typeof guest>[0], 'facts'> & { readonly bound?: readonly BoundDriver[]; readonly version?: string };

const windows = ({ bound = [], version = SERVER_2022.version, ...rest }: Some) =>
  guest({
    ...rest,
    facts: {
      os: known({ ...SERVER_2022, version }),
      kernel: unknown,
      nvidiaModule: unknown,
      installedDrivers: unknown,
      repository: unknown,
      windowsDriver: known({ kind: 'listed', drivers: bound }),
    },
  });

const exe = (version: string, flavour: MediaItem['flavour'] = 'grid', fields: Partial<MediaItem> = {}): MediaItem =>
  driverFile(version, flavour, { file: `D:\\nv\\${version}-${flavour ?? 'none'}.exe`, format: 'exe', branch: null, ...fields });

const device = (ids: string, fromBuild: number | null = null): InfDevice => {
  const [deviceId = '', subsystem = null] = ids.split(':');
  return { deviceId, subsystem, arch: 'x86_64', fromBuild };
};
const listing = (...devices: readonly InfDevice[]): Partial<MediaItem> => ({ windows: { devices, inf: null } });

const T4_8Q = '1eb8:10de:130f';
const T4 = '1eb8:10de:12a2';
const ON_535 = `${T4_8Q}@535.161.05`;

const rejectedIn = (input: ReturnType<typeof windows>) => {
  const choice = chooseDriver(input);
  return choice.kind === 'not-wanted' ? {} : Object.fromEntries(choice.rejected.map(({ what, why }) => [what, why.key]));
};

describe('the numbers of drivers for Windows', () => {
  it('are of the branch of their vGPU release, by the table and by the rule for those that it lacks', () => {
    for (const { windowsGuest, linuxGuest, host } of vgpuReleases()) {
      if (windowsGuest === null) continue;
      const branch = Number.parseInt(linuxGuest ?? host ?? '', 10);
      expect(windowsBranch(windowsGuest)).toBe(branch);
      expect(windowsBranch(`${windowsGuest.split('.')[0]}.01`)).toBe(branch);
    }
    expect(windowsBranch('nothing')).toBeNull();
  });
  it('go with a host by the release, not by being equal', () => {
    expect(windowsCompatibility('570.158.02', '573.39')).toBe('same-release');
    expect(windowsCompatibility('570.158.02', '573.07')).toBe('same-branch');
    expect(windowsCompatibility('535.161.05', '553.24')).toBe('guest-newer');
    expect(windowsCompatibility('550.90.05', '538.46')).toBe('previous-branch');
    expect(windowsCompatibility('580.65.05', '528.89')).toBe('guest-too-old');
  });
  it('every release names a known branch', () => {
    for (const { windowsGuest } of vgpuReleases())
      if (windowsGuest !== null) expect(majorOfBranch(windowsBranch(windowsGuest) ?? 0)).toBeDefined();
  });
});

describe('on Windows', () => {
  it("a vGPU gets the guest driver of the host's release", () => {
    const choice = chooseDriver(windows({ cards: [ON_535], media: [exe('538.46'), exe('538.95'), exe('553.24')] }));
    expect(said(choice)).toBe('grid 535 proprietary exact: 538.46 (media)');
    expect(choice).toMatchObject({ reason: { key: 'choice.host.same-release', values: { version: '538.46', release: '16.5' } } });
    expect(choice.kind === 'chosen' && choice.rejected.find(({ what }) => what.includes('553.24'))?.why.key).toBe('choice.host.guest-newer');
  });
  it('where no package is at hand, the numbers are those of Windows', () => {
    const choice = chooseDriver(windows({ cards: [ON_535], media: [] }));
    expect(choice).toMatchObject({ kind: 'chosen', source: { kind: 'unavailable' } });
    expect(choice.kind === 'chosen' && choice.versions.slice(0, 2)).toEqual(['538.46', '538.33']);
  });
  it('every rejected package has its reason', () => {
    expect(
      rejectedIn(
        windows({
          cards: [ON_535],
          media: [
            exe('538.46'),
            exe('538.46', 'tesla', { file: 'tesla' }),
            exe('538.46', 'grid-azure', { file: 'azure' }),
            exe('538.46', null, { file: 'nameless' }),
            exe('538.46', 'grid', { file: 'arm', arch: 'aarch64' }),
            exe('538.46', 'grid', { file: 'other-card', ...listing(device('25b6:160110de')) }),
            exe('538.46', 'grid', { file: 'whole-card', ...listing(device('1eb8:12a210de')) }),
            exe('538.46', 'grid', { file: 'newer-windows', ...listing(device('1eb8:130f10de', 22000)) }),
            driverFile('535.161.08', 'grid', { file: 'linux' }),
          ],
        }),
      ),
    ).toMatchObject({
      tesla: 'choice.media.not-grid',
      azure: 'choice.media.cloud',
      nameless: 'choice.media.no-flavour',
      arm: 'choice.media.arch-unknown',
      'other-card': 'choice.media.windows-not-listed',
      'whole-card': 'choice.media.windows-not-listed',
      'newer-windows': 'choice.media.windows-newer',
      linux: 'choice.media.linux',
    });
  });
  it('an INF that lists the very board is taken, and one that names no board serves all of them', () => {
    for (const ids of ['1eb8:130f10de', '1eb8']) {
      const item = exe('538.46', 'grid', listing(device('ffff:000010de'), device(ids, 17763)));
      const input = windows({ cards: [ON_535], media: [item] });
      expect(fitOf(item, input, chooseDriver(input))).toMatchObject({ fits: true });
    }
  });
  it('a card that is passed through gets its own kind of driver, and GRID for a workstation', () => {
    const media = [exe('537.70', 'tesla'), exe('538.46', 'grid'), exe('537.58', 'geforce')];
    expect(said(chooseDriver(windows({ cards: [T4], media })))).toBe('tesla 535 proprietary exact: 537.70 (media)');
    expect(rejectedIn(windows({ cards: [T4], media }))).toMatchObject({
      'D:\\nv\\538.46-grid.exe': 'choice.media.grid-not-wanted',
      'D:\\nv\\537.58-geforce.exe': 'choice.media.geforce-not-wanted',
    });
    expect(said(chooseDriver(windows({ cards: [T4], media, profile: { goal: 'workstation' } })))).toBe(
      'grid 535 proprietary exact: 538.46 (media)',
    );
  });
  it('a consumer card gets a GeForce driver', () => {
    const media = [exe('537.70', 'tesla'), exe('537.58', 'geforce')];
    const input = windows({ cards: ['2684:1043:889a'], media });
    expect(said(chooseDriver(input))).toBe('geforce 535 proprietary exact: 537.58 (media)');
    expect(rejectedIn(input)).toMatchObject({ 'D:\\nv\\537.70-tesla.exe': 'choice.media.not-geforce' });
  });
  it('a GeForce driver that does not start in a guest is no driver for it, and does not stay', () => {
    const input = windows({
      cards: ['2206:1043:889a'],
      media: [exe('461.40', 'geforce')],
      bound: [{ version: '461.40', kind: 'geforce', inf: 'oem4.inf' }],
    });
    expect(rejectedIn(input)).toMatchObject({ 'D:\\nv\\461.40-geforce.exe': 'choice.media.geforce-in-guest', '461.40': 'choice.installed.unfit' });
    expect(chooseDriver(input)).toMatchObject({ kind: 'chosen', source: { kind: 'unavailable' } });
  });
  it('a GRID driver that fits the host stays; one that is too new, and a data-centre driver, do not', () => {
    const bound = (version: string, kind: BoundDriver['kind']) => [{ version, kind, inf: 'oem4.inf' }];
    const media = [exe('538.46')];
    const choose = (drivers: readonly BoundDriver[]) => said(chooseDriver(windows({ cards: [ON_535], media, bound: drivers })));
    expect(choose(bound('538.33', 'grid'))).toBe('grid 535 proprietary exact: 538.33 (installed)');
    expect(choose(bound('553.24', 'grid'))).toBe('grid 535 proprietary exact: 538.46 (media)');
    expect(choose(bound('538.46', 'tesla'))).toBe('grid 535 proprietary exact: 538.46 (media)');
  });
  it('the profile may name a version or its beginning', () => {
    const media = [exe('538.46'), exe('538.33')];
    const wish = (version: string) => said(chooseDriver(windows({ cards: [ON_535], media, profile: { driver: { version } } })));
    expect(wish('538.33')).toBe('grid 535 proprietary exact: 538.33 (media)');
    expect(wish('538')).toBe('grid 535 proprietary exact: 538.46 (media)');
  });
});
