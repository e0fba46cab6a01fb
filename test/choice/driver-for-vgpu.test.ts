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
];

describe('the driver for vGPUs', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(chooseDriver(guest(facts)))).toBe(expected);
  });
});
