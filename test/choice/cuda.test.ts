import { describe, expect, it } from 'vitest';
import { choose } from '../../src/choice/choose.ts';
import type { CudaChoice } from '../../src/domain/choice.ts';
import { known } from '../../src/domain/fact.ts';
import { guest } from './guests.ts';
import { cudaFile, driverFile } from './media.ts';

type Guest = Parameters<typeof guest>[0];

const said = (choice: CudaChoice): string =>
  choice.kind === 'none'
    ? `none${choice.wanted ? ', wanted' : ''}: ${choice.reason.key}`
    : `${choice.kind} ${choice.version}: ${choice.reason.key}`;

const T4 = '1eb8:10de:130f@525.105.14';
const FILES = ['11.8.0', '12.0.1', '12.4.1', '13.0.0'].map((version) => cudaFile(version));
const has = (version: string) => ({
  cudaToolkits: known({
    toolkits: [{ path: `/usr/local/cuda-${version}`, version, nvcc: true, origin: 'runfile' as const }],
    current: null,
  }),
});

const GUESTS: readonly (readonly [story: string, guest: Guest, said: string])[] = [
  ['the newest that the driver brings by itself', { cards: [T4], media: FILES }, 'install 12.0.1: choice.cuda.native'],
  [
    'only a newer minor is at hand',
    { cards: [T4], media: [cudaFile('12.4.1'), cudaFile('12.2.0')] },
    'install 12.2.0: choice.cuda.minor',
  ],
  ['only a newer major is at hand', { cards: [T4], media: [cudaFile('13.0.0')] }, 'none: choice.cuda.none-at-hand'],
  ['none is at hand', { cards: [T4], media: [] }, 'none: choice.cuda.none-at-hand'],
  [
    'a P40 stays with 12.x',
    { cards: ['1b38:10de:11d9'], media: [driverFile('580.95.05', 'tesla'), ...FILES] },
    'install 12.4.1: choice.cuda.native',
  ],
  [
    'a T4 does not',
    { cards: ['1eb8:10de:12a2'], media: [driverFile('580.95.05', 'tesla'), ...FILES] },
    'install 13.0.0: choice.cuda.native',
  ],
  ['a B type runs none', { cards: ['1eb8:10de:1309@525.105.14'], media: FILES }, 'none: choice.cuda.series'],
  [
    'a small Maxwell type runs none',
    { cards: ['13f2:10de:114e'], media: FILES, profile: { cuda: '12.0' } },
    'none, wanted: choice.cuda.series',
  ],
  [
    'the profile wants a version',
    { cards: [T4], media: FILES, profile: { cuda: '12.4' } },
    'install 12.4.1: choice.cuda.minor',
  ],
  [
    'the profile wants one that the driver cannot run',
    { cards: [T4], media: FILES, profile: { cuda: '13.0' } },
    'none, wanted: choice.cuda.wish-missing',
  ],
  [
    'the profile wants a file',
    { cards: [T4], media: FILES, profile: { cuda: '/nv/cuda_11.8.0.run' } },
    'install 11.8.0: choice.cuda.native',
  ],
  [
    'the profile wants none',
    { cards: [T4], media: FILES, profile: { cuda: 'none' } },
    'none: choice.cuda.profile-none',
  ],
  ['what is installed stays', { cards: [T4], media: FILES, facts: has('12.0.1') }, 'keep 12.0.1: choice.cuda.kept'],
  ['what is installed stays without media', { cards: [T4], facts: has('11.8') }, 'keep 11.8: choice.cuda.kept'],
  [
    'what fits better is installed beside',
    { cards: [T4], media: FILES, facts: has('11.8') },
    'install 12.0.1: choice.cuda.native',
  ],
  [
    'what is installed and wanted stays',
    { cards: [T4], media: FILES, facts: has('11.8'), profile: { cuda: '11.8' } },
    'keep 11.8: choice.cuda.kept',
  ],
  ['no driver, no toolkit', { cards: [], media: FILES }, 'none: choice.cuda.no-driver'],
];

describe('the CUDA toolkit', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(choose(guest(facts)).cuda)).toBe(expected);
  });

  it('each that does not fit is said why', () => {
    const { cuda } = choose(
      guest({
        cards: ['1b38:10de:11d9'],
        media: [
          driverFile('550.163.01', 'tesla'),
          cudaFile('13.0.0'),
          cudaFile('99.1'),
          cudaFile('12.4.1', { arch: 'aarch64' }),
        ],
      }),
    );
    expect(cuda.kind === 'none' && cuda.rejected.map(({ why }) => why.key)).toEqual([
      'choice.cuda.gpu-too-old',
      'choice.cuda.gpu-too-old',
      'choice.media.arch',
    ]);
  });
});
