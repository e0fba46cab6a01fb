import { describe, expect, it } from 'vitest';
import { choose } from '../../src/choice/choose.ts';
import { known } from '../../src/domain/fact.ts';
import { guest, unknown } from './guests.ts';
import { cudaFile, driverFile, tokenFile } from './media.ts';
import { said } from './said.ts';

type Guest = Omit<Parameters<typeof guest>[0], 'cards'> & { readonly cards?: readonly string[] };
type Row = readonly [story: string, guest: Guest, said: string];

const GRIDS = ['535.183.06', '550.163.01', '570.158.01'].map((version) => driverFile(version));
const mounted = { setting: known({ kind: 'mounted' as const }), displays: unknown };
const chosenFor = (given: Guest) => choose(guest({ cards: [], ...given }));

const keysOf = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"key":"([^"]+)"/g)].map(([, key = '']) => key);

describe('the driver for an image, whose card is not here', () => {
  it.each([
    [
      'GRID: the newest on the media, with the modules that most vGPU types take',
      { media: GRIDS, profile: { driver: { kind: 'grid' } } },
      'grid 570 proprietary guess: 570.158.01 (media)',
    ],
    [
      'GRID of the version that the profile names',
      { media: GRIDS, profile: { driver: { kind: 'grid', version: '535' } } },
      'grid 535 proprietary guess: 535.183.06 (media)',
    ],
    [
      'the modules that the profile names',
      { media: GRIDS, profile: { driver: { kind: 'grid', kernelModule: 'open' } } },
      'grid 570 open guess: 570.158.01 (media)',
    ],
    [
      'a data-centre driver with the open modules, from R560 on',
      { media: [driverFile('570.133.20', 'tesla')], profile: { driver: { kind: 'tesla' } } },
      'tesla 570 open guess: 570.133.20 (media)',
    ],
    [
      'a data-centre driver before R560',
      { media: [driverFile('535.288.01', 'tesla')], profile: { driver: { kind: 'tesla' } } },
      'tesla 535 proprietary guess: 535.288.01 (media)',
    ],
    [
      "the distribution's own",
      {
        media: [],
        distro: [['nvidia-driver-535', '535.247.01', 'proprietary']],
        profile: { driver: { kind: 'tesla' } },
      },
      'tesla 535 proprietary guess: 535.247.01 (distro)',
    ],
    [
      'a mounted image, of which no bus is seen',
      { media: GRIDS, facts: mounted, profile: { driver: { kind: 'grid' } } },
      'grid 570 proprietary guess: 570.158.01 (media)',
    ],
  ] satisfies readonly Row[])('%s', (_, given, expected) => {
    const choice = chosenFor(given);
    expect(said(choice.driver)).toBe(expected);
    expect(choice.forImage).toBe(true);
  });

  it('says that it is a guess, and what else to write', () => {
    const { driver } = chosenFor({ media: GRIDS, profile: { driver: { kind: 'grid' } } });
    expect(keysOf(driver.reason)).toEqual(['choice.doubt', 'choice.image.guess', 'choice.image.proprietary']);
    const named = chosenFor({ media: GRIDS, profile: { driver: { kind: 'grid', kernelModule: 'open' } } });
    expect(keysOf(named.driver.reason)).toEqual(['choice.image.guess']);
  });

  it.each([
    ['no kind is named', {}, 'nothing-fits: choice.none.no-gpu'],
    ['no kind is named for a mounted image', { facts: mounted }, 'nothing-fits: choice.none.mounted'],
    [
      'the bus cannot be seen',
      { facts: { displays: unknown }, profile: { driver: { kind: 'grid' } } },
      'nothing-fits: choice.none.not-seen',
    ],
    ['no driver is wanted', { profile: { driver: { kind: 'none' } } }, 'not-wanted: choice.none.profile'],
  ] satisfies readonly Row[])('there is none where %s', (_, given, expected) => {
    const choice = chosenFor({ media: GRIDS, ...given });
    expect(said(choice.driver)).toBe(expected);
    expect(choice).not.toHaveProperty('forImage');
  });

  it('GRID is none where a data-centre driver is asked for', () => {
    const { driver } = chosenFor({ media: GRIDS, profile: { driver: { kind: 'tesla', version: '570' } } });
    expect(driver).toMatchObject({ driver: 'tesla', source: { kind: 'unavailable' } });
  });

  it('a card that is here is asked, whatever the profile names', () => {
    const choice = chosenFor({
      cards: ['1eb8:10de:130f@525.105.14'],
      media: GRIDS,
      profile: { driver: { kind: 'grid' } },
    });
    expect(choice).not.toHaveProperty('forImage');
  });
});

describe('licence, goal and CUDA of an image', () => {
  const grid = { driver: { kind: 'grid' as const } };

  it.each([
    ['of a vGPU, unless the profile says other', { media: GRIDS, profile: grid }, 'token-missing 1 compute'],
    [
      'none, and no token is wanted',
      { media: GRIDS, profile: { ...grid, license: { token: 'none' } } },
      'token-missing 1 compute',
    ],
    ['of a workstation', { media: GRIDS, profile: { ...grid, goal: 'workstation' } }, 'token-missing 2 workstation'],
    ['named', { media: GRIDS, profile: { ...grid, license: { featureType: 4 } } }, 'token-missing 4 compute'],
    ['with a token', { media: [...GRIDS, tokenFile('one')], profile: grid }, 'token 1 compute'],
  ] satisfies readonly Row[])('FeatureType %s', (_, given, expected) => {
    const { licence, goal } = chosenFor(given);
    expect(
      licence.kind === 'not-required'
        ? licence.kind
        : `${licence.kind} ${'featureType' in licence ? licence.featureType : '-'} ${goal}`,
    ).toBe(expected);
  });

  it('a token that comes later is no fault; one that is named or spoilt is', () => {
    const reasonOf = (given: Guest) => chosenFor(given).licence.reason.key;
    expect(reasonOf({ media: GRIDS, profile: grid })).toBe('choice.licence.image');
    expect(reasonOf({ media: GRIDS, profile: { ...grid, license: { token: '/nv/x.tok' } } })).toBe(
      'choice.licence.file-missing',
    );
    const spoilt = tokenFile('bad', { valid: false, trouble: 'truncated' });
    expect(reasonOf({ media: [...GRIDS, spoilt], profile: grid })).toBe('choice.licence.unusable');
  });

  it('a toolkit is matched to the driver, and says that the architecture is not known', () => {
    const { cuda } = chosenFor({ media: [...GRIDS, cudaFile('12.4.1'), cudaFile('13.0.1')], profile: grid });
    expect(cuda).toMatchObject({ kind: 'install', version: '12.4.1' });
    expect(keysOf(cuda.reason)).toContain('choice.cuda.image');
  });
});
