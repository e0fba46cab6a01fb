import { describe, expect, it } from 'vitest';
import { chooseDriver } from '../../src/choice/driver.ts';
import type { DriverChoice } from '../../src/domain/choice.ts';
import { bareMetal, driverFile, guest, installed, smi, smiGpu } from './guests.ts';

type Guest = Parameters<typeof guest>[0];

/** "grid 525 proprietary exact: 525.105.17 (media)" */
function said(choice: DriverChoice): string {
  if (choice.kind !== 'chosen') return `${choice.kind}: ${choice.reason.key}`;
  const { driver, branch, kernelModule, exact, versions, source } = choice;
  const [first = '-'] = versions;
  return `${driver} ${branch} ${kernelModule} ${exact ? 'exact' : 'guess'}: ${first} (${source.kind})`;
}

const GRIDS = [
  '470.256.02',
  '510.108.03',
  '525.85.05',
  '525.105.17',
  '535.261.03',
  '550.163.01',
  '570.158.01',
  '595.71.05',
].map((version) => driverFile(version));

const GUESTS: readonly (readonly [story: string, guest: Guest, said: string])[] = [
  [
    'T4-8Q whose host says its version',
    { cards: ['1eb8:10de:130f@525.105.14'] },
    'grid 525 proprietary exact: 525.105.17 (unavailable)',
  ],
  [
    'the same, with every driver in the folder',
    { cards: ['1eb8:10de:130f@525.105.14'], media: GRIDS },
    'grid 525 proprietary exact: 525.105.17 (media)',
  ],
  [
    'the same, with another release of the branch',
    { cards: ['1eb8:10de:130f@525.105.14'], media: [driverFile('525.85.05')] },
    'grid 525 proprietary exact: 525.85.05 (media)',
  ],
  [
    'the same, with the branch before',
    { cards: ['1eb8:10de:130f@525.105.14'], media: [driverFile('510.108.03'), driverFile('535.54.03')] },
    'grid 510 proprietary exact: 510.108.03 (media)',
  ],
  [
    'a T4-8Q on a 16.x host takes the long-term branch before',
    { cards: ['1eb8:10de:130f@535.161.05'], media: [driverFile('470.256.02')] },
    'grid 470 proprietary exact: 470.256.02 (media)',
  ],
  [
    'a host that no list names',
    { cards: ['1eb8:10de:130f@460.16'] },
    'grid 460 proprietary exact: 460.32.03 (unavailable)',
  ],
  [
    'a host of a branch that no list names',
    { cards: ['1eb8:10de:130f@610.10'], media: [driverFile('610.20'), ...GRIDS] },
    'grid 610 proprietary exact: 610.20 (media)',
  ],
  [
    'P40-8Q on vSphere, whose host says nothing',
    { cards: ['1b38:10de:11ed'] },
    'grid 535 proprietary guess: 535.309.01 (unavailable)',
  ],
  [
    'the same, with several drivers',
    { cards: ['1b38:10de:11ed'], media: GRIDS },
    'grid 535 proprietary guess: 535.261.03 (media)',
  ],
  [
    'T4-8Q whose host says nothing',
    { cards: ['1eb8:10de:130f'] },
    'grid 595 proprietary guess: 595.71.05 (unavailable)',
  ],
  [
    'V100 vGPU ends with 580',
    { cards: ['1db4:10de:124f'], media: GRIDS },
    'grid 570 proprietary guess: 570.158.01 (media)',
  ],
  [
    'L40S vGPU prefers open modules from 560 on',
    { cards: ['26b9:10de:188b'], media: GRIDS },
    'grid 595 open guess: 595.71.05 (media)',
  ],
  [
    'a vGPU without a listed type',
    { cards: ['1eb8:10de:ffee@vf'], media: [driverFile('550.163.01')] },
    'grid 550 proprietary guess: 550.163.01 (media)',
  ],
  [
    'Blackwell vGPU needs open modules',
    { cards: ['2bb5:10de:216f@580.65.05'] },
    'grid 580 open exact: 580.65.06 (unavailable)',
  ],
  [
    'A10-24Q on Azure takes Azure’s build',
    {
      cards: ['2236:10de:14bf'],
      cloud: 'azure',
      media: [driverFile('595.71.05'), driverFile('570.211.01', 'grid-azure')],
    },
    'grid 570 proprietary guess: 570.211.01 (media)',
  ],
  ['A100 passed through', { cards: ['20b0:10de:1450'] }, 'tesla 595 open exact: 595.71.05 (unavailable)'],
  [
    'A100 passed through, from Debian',
    {
      cards: ['20b0:10de:1450'],
      distro: [
        ['nvidia-driver', '535.247.01', 'proprietary'],
        ['nvidia-driver', '550.163.01', 'proprietary'],
        ['nvidia-open', '550.163.01', 'open'],
      ],
    },
    'tesla 550 proprietary exact: 550.163.01 (distro)',
  ],
  [
    'the same, media before the distribution',
    {
      cards: ['20b0:10de:1450'],
      distro: [['nvidia-driver', '550.163.01', 'proprietary']],
      media: [driverFile('535.247.01', 'tesla')],
    },
    'tesla 535 proprietary exact: 535.247.01 (media)',
  ],
  ['V100 passed through', { cards: ['1db4:10de:1214'] }, 'tesla 580 proprietary guess: 580.142 (unavailable)'],
  ['V100 board of NVIDIA', { cards: ['1db4:10de:1306'] }, 'tesla 580 proprietary exact: 580.142 (unavailable)'],
  ['K80 passed through', { cards: ['102d:10de:106c'] }, 'tesla 470 proprietary exact: 470.256.02 (unavailable)'],
  [
    'M10 passed through, which no list names',
    { cards: ['13bd:10de:1160'] },
    'tesla 580 proprietary exact: 580.142 (unavailable)',
  ],
  [
    'H200 and a point release that is too old',
    { cards: ['2335:10de:18be'], distro: [['nvidia-driver', '550.54.15', 'open']] },
    'tesla 595 open exact: 595.71.05 (unavailable)',
  ],
  [
    'B200 passed through takes open modules only',
    {
      cards: ['2901:10de:1999'],
      distro: [
        ['nvidia-driver', '580.95.05', 'proprietary'],
        ['nvidia-open', '570.133.20', 'open'],
      ],
    },
    'tesla 570 open exact: 570.133.20 (distro)',
  ],
  ['RTX 4090 passed through', { cards: ['2684:1043:88e2'] }, 'geforce 595 open exact: 595.71.05 (unavailable)'],
  [
    'RTX 4090 on bare metal follows from the card',
    { cards: ['2684'], hypervisor: bareMetal },
    'geforce 595 open exact: 595.71.05 (unavailable)',
  ],
  [
    'GTX 1080 is a consumer card of the past',
    { cards: ['1b80:10de:119e'] },
    'geforce 580 proprietary exact: 580.142 (unavailable)',
  ],
  ['T4 without a subsystem', { cards: ['1eb8'] }, 'nothing-fits: choice.none.mode'],
  ['a card that nobody knows', { cards: ['ffee:10de:0001'] }, 'nothing-fits: choice.none.fits'],
  ['no card', { cards: [] }, 'nothing-fits: choice.none.no-gpu'],
  ['the hypervisor itself', { cards: ['1b38:10de:11d9'], smi: smi([], true) }, 'nothing-fits: choice.none.host'],
  [
    'K80 and T4 share 470',
    { cards: ['102d:10de:106c', '1eb8:10de:12a2'] },
    'tesla 470 proprietary exact: 470.256.02 (unavailable)',
  ],
  ['K80 and H200 share nothing', { cards: ['102d:10de:106c', '2335:10de:18be'] }, 'nothing-fits: choice.none.together'],
  [
    'P40 and B200 share a branch, but no kernel module',
    { cards: ['1b38:10de:11d9', '2901:10de:1999'] },
    'nothing-fits: choice.none.together',
  ],
  [
    'a vGPU beside a whole card',
    { cards: ['1eb8:10de:130f@525.105.14', '1eb8:10de:12a2'] },
    'grid 525 proprietary exact: 525.105.17 (unavailable)',
  ],
  ['a vGPU beside a consumer card', { cards: ['1eb8:10de:130f', '2684'] }, 'nothing-fits: choice.none.mixed'],
  [
    'a licensed workstation on a whole T4',
    {
      cards: ['1eb8:10de:12a2'],
      profile: { goal: 'workstation' },
      media: [driverFile('550.163.01'), driverFile('550.163.01', 'tesla')],
    },
    'grid 550 proprietary exact: 550.163.01 (media)',
  ],
  [
    'a whole T4 that is licensed already',
    {
      cards: ['1eb8:10de:12a2'],
      installed: [installed('550.163.01', 'grid')],
      smi: smi([
        smiGpu({
          deviceId: '1eb8',
          virtualizationMode: 'pass-through',
          licence: { product: 'NVIDIA RTX Virtual Workstation', state: 'licensed', expiry: null, text: '' },
        }),
      ]),
    },
    'grid 550 proprietary exact: 550.163.01 (installed)',
  ],
  [
    'an installed driver that fits stays',
    {
      cards: ['1eb8:10de:12a2'],
      installed: [installed('535.247.01', 'tesla')],
      media: [driverFile('550.163.01', 'tesla')],
    },
    'tesla 535 proprietary exact: 535.247.01 (installed)',
  ],
  [
    'an installed data-centre driver on a vGPU does not',
    { cards: ['1eb8:10de:130f@525.105.14'], installed: [installed('525.105.17', 'tesla')], media: GRIDS },
    'grid 525 proprietary exact: 525.105.17 (media)',
  ],
  [
    'an installed driver newer than the host does not',
    { cards: ['1eb8:10de:130f@525.105.14'], installed: [installed('535.261.03', 'grid')], media: GRIDS },
    'grid 525 proprietary exact: 525.105.17 (media)',
  ],
  [
    'the profile wants none',
    { cards: ['1eb8:10de:12a2'], profile: { driver: { kind: 'none' } } },
    'not-wanted: choice.none.profile',
  ],
  [
    'the profile wants a data-centre driver on a vGPU',
    { cards: ['1eb8:10de:130f'], profile: { driver: { kind: 'tesla' } } },
    'nothing-fits: choice.none.kind-on-vgpu',
  ],
  [
    'the profile wants GRID on a consumer card',
    { cards: ['2684'], profile: { driver: { kind: 'grid' } } },
    'nothing-fits: choice.none.grid-on-consumer',
  ],
  [
    'the profile wants open modules on a T4 vGPU',
    { cards: ['1eb8:10de:130f@580.65.05'], profile: { driver: { kernelModule: 'open' } } },
    'nothing-fits: choice.none.fits',
  ],
  [
    'the profile wants a branch',
    { cards: ['1eb8:10de:12a2'], profile: { driver: { version: '535' } } },
    'tesla 535 proprietary exact: 535.288.01 (unavailable)',
  ],
  [
    'the profile wants a branch that dropped the card',
    { cards: ['1db4:10de:1306'], profile: { driver: { version: '595.71.05' } } },
    'nothing-fits: choice.none.version',
  ],
  [
    'the profile names a file',
    { cards: ['1eb8:10de:130f@525.105.14'], profile: { driver: { source: '525.85.05-grid.run' } }, media: GRIDS },
    'grid 525 proprietary exact: 525.85.05 (media)',
  ],
  [
    'the profile names the distribution',
    {
      cards: ['1eb8:10de:12a2'],
      profile: { driver: { source: 'distro' } },
      media: [driverFile('550.163.01', 'tesla')],
      distro: [['nvidia-driver', '535.247.01', 'proprietary']],
    },
    'tesla 535 proprietary exact: 535.247.01 (distro)',
  ],
];

describe('the driver that is right for a guest', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(chooseDriver(guest(facts)))).toBe(expected);
  });
});

describe('every rejected candidate has its reason', () => {
  const whyNot = (facts: Guest) => {
    const choice = chooseDriver(guest(facts));
    return choice.kind === 'not-wanted'
      ? {}
      : Object.fromEntries(choice.rejected.map(({ what, why }) => [what, why.key]));
  };

  it('files for a vGPU', () => {
    expect(
      whyNot({
        cards: ['1eb8:10de:130f@525.105.14'],
        media: [
          driverFile('525.105.17'),
          driverFile('525.85.05'),
          driverFile('535.261.03'),
          driverFile('470.256.02'),
          driverFile('525.105.17', 'tesla'),
          driverFile('525.147.05', 'grid-azure'),
          driverFile('525.105.14', 'grid', { file: '/nv/host', what: 'driver-host' }),
          driverFile('525.105.17', 'grid', { file: '/nv/arm', arch: 'aarch64' }),
          driverFile('525.105.17', 'grid', { file: '/nv/cut', integrity: { kind: 'broken', because: { key: 'x' } } }),
          driverFile('525.105.17', 'grid', { file: '/nv/a.rpm', format: 'rpm' }),
          driverFile('528.89', 'grid', { file: '/nv/a.exe', format: 'exe' }),
        ],
      }),
    ).toEqual({
      '/nv/525.85.05-grid.run': 'choice.second',
      '/nv/535.261.03-grid.run': 'choice.host.guest-newer',
      '/nv/470.256.02-grid.run': 'choice.host.guest-too-old',
      '/nv/525.105.17-tesla.run': 'choice.media.not-grid',
      '/nv/525.147.05-grid-azure.run': 'choice.media.cloud',
      '/nv/host': 'choice.media.host',
      '/nv/arm': 'choice.media.arch',
      '/nv/cut': 'choice.media.broken',
      '/nv/a.rpm': 'choice.media.format',
      '/nv/a.exe': 'choice.media.windows',
      R535: 'choice.host.guest-newer',
      R550: 'choice.host.guest-newer',
      R570: 'choice.host.guest-newer',
      R580: 'choice.host.guest-newer',
      R595: 'choice.host.guest-newer',
    });
  });

  it('the distribution’s driver on a vGPU', () => {
    expect(
      whyNot({ cards: ['1eb8:10de:130f@525.105.14'], distro: [['nvidia-driver', '525.147.05', 'proprietary']] }),
    ).toMatchObject({
      'nvidia-driver': 'choice.distro.not-grid',
    });
  });

  it('branches that dropped the card, or never knew it', () => {
    expect(whyNot({ cards: ['1b38:10de:11d9'] })).toEqual({
      R590: 'choice.support.dropped',
      R595: 'choice.support.dropped',
    });
    expect(whyNot({ cards: ['102d:10de:106c', '2335:10de:18be'] })).toMatchObject({
      R595: 'choice.support.dropped',
      R470: 'choice.support.older-than-the-card',
    });
    expect(whyNot({ cards: ['1b38:10de:11ed'] })).toMatchObject({ R550: 'choice.type.gone', R595: 'choice.type.gone' });
  });
});

it('a board that no list names is said so in the reason, and is no exact choice', () => {
  const choice = chooseDriver(guest({ cards: ['1eb8:10de:ffee'] }));
  expect(choice).toMatchObject({ kind: 'chosen', driver: 'tesla', exact: false });
  expect(choice.reason).toMatchObject({
    key: 'choice.doubt',
    values: { doubt: { key: 'choice.mode.unlisted-board' } },
  });
});
