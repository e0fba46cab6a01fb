import { describe, expect, it } from 'vitest';
import { chooseDriver } from '../../src/choice/driver.ts';
import { guest } from './guests.ts';
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
    'nothing-fits: choice.module.no-open',
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

describe('the driver for a profile that names something', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(chooseDriver(guest(facts)))).toBe(expected);
  });
});
