import { describe, expect, it } from 'vitest';
import { chooseDriver } from '../../src/choice/driver.ts';
import { bareMetal, guest, installed, smi, smiGpu } from './guests.ts';
import { driverFile } from './media.ts';
import { said } from './said.ts';

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

const GUESTS: readonly (readonly [story: string, guest: Parameters<typeof guest>[0], said: string])[] = [
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
    'RTX 3080 by its name alone, which three ids carry',
    { cards: [], smi: smi([smiGpu({ productName: 'NVIDIA GeForce RTX 3080', virtualizationMode: 'none' })]) },
    'geforce 595 open exact: 595.71.05 (unavailable)',
  ],
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
    'an installed driver of which a part is missing comes from its package again',
    {
      cards: ['1eb8:10de:12a2'],
      installed: [installed('535.247.01', 'tesla')],
      media: [driverFile('535.247.01', 'tesla')],
    },
    'tesla 535 proprietary exact: 535.247.01 (media)',
  ],
  [
    'an installation that was cut off is made whole from the very package',
    {
      cards: ['1eb8:10de:12a2'],
      installed: [installed('550.163.01', 'tesla')],
      media: [driverFile('550.163.01', 'tesla')],
    },
    'tesla 550 proprietary exact: 550.163.01 (media)',
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
];

describe('the driver for cards that are passed through, several GPUs, and what is installed', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(chooseDriver(guest(facts)))).toBe(expected);
  });
});
