import { describe, expect, it } from 'vitest';
import { choose } from '../../src/choice/choose.ts';
import type { LicenceChoice } from '../../src/domain/choice.ts';
import { known } from '../../src/domain/fact.ts';
import { guest, installed, NOW, smi, smiGpu } from './guests.ts';
import { driverFile, tokenFile } from './media.ts';

type Guest = Parameters<typeof guest>[0];

function said(choice: LicenceChoice): string {
  if (choice.kind === 'not-required') return choice.reason.key;
  if (choice.kind === 'provider') return `provider ${choice.cloud}: ${choice.product ?? '-'}`;
  const file = choice.kind === 'token' ? ` ${choice.file}` : '';
  return `${choice.kind} ${choice.featureType}${file}: ${choice.product ?? '-'}`;
}

const VWS = 'NVIDIA RTX Virtual Workstation';
const T4 = '1eb8:10de:130f@525.105.14';
const inPlace = {
  tokens: known({
    folder: '/etc/nvidia/ClientConfigToken',
    files: [
      {
        path: '/etc/nvidia/ClientConfigToken/a.tok',
        mode: 0o744,
        sha256: 'a',
        modifiedMs: 0,
        reading: tokenFile('a').token!,
      },
    ],
  }),
};

const GUESTS: readonly (readonly [story: string, guest: Guest, said: string])[] = [
  ['a token in the folder', { cards: [T4], media: [tokenFile('one')] }, `token 1 /nv/one.tok: ${VWS}`],
  ['no token', { cards: [T4], media: [] }, `token-missing 1: ${VWS}`],
  ['nobody looked', { cards: [T4] }, `token-missing 1: ${VWS}`],
  [
    'an expired token',
    { cards: [T4], media: [tokenFile('old', { expiresAt: '2024-01-01T00:00:00Z' })] },
    `token-missing 1: ${VWS}`,
  ],
  [
    'a broken token',
    { cards: [T4], media: [tokenFile('bad', { valid: false, trouble: 'truncated' })] },
    `token-missing 1: ${VWS}`,
  ],
  ['a token in place', { cards: [T4], media: [], facts: inPlace }, `keep 1: ${VWS}`],
  [
    'an offered token comes before the one in place',
    { cards: [T4], media: [tokenFile('one')], facts: inPlace },
    `token 1 /nv/one.tok: ${VWS}`,
  ],
  ['a C type', { cards: ['1eb8:10de:139a@535.161.05'], media: [] }, 'token-missing 1: NVIDIA Virtual Compute Server'],
  ['a B type', { cards: ['1eb8:10de:1309@525.105.14'], media: [] }, 'token-missing 1: NVIDIA Virtual PC'],
  ['an A type', { cards: ['1eb8:10de:1311@525.105.14'], media: [] }, 'token-missing 1: NVIDIA Virtual Applications'],
  [
    'a cloud that licenses by itself',
    { cards: [T4], cloud: 'azure', media: [tokenFile('one')] },
    `provider Azure: ${VWS}`,
  ],
  [
    'the same, and the profile names a token',
    { cards: [T4], cloud: 'azure', media: [tokenFile('one')], profile: { license: { token: 'one.tok' } } },
    `token 1 /nv/one.tok: ${VWS}`,
  ],
  ['a cloud that does not', { cards: [T4], cloud: 'oracle', media: [tokenFile('one')] }, `token 1 /nv/one.tok: ${VWS}`],
  ['a data-centre driver', { cards: ['1eb8:10de:12a2'], media: [tokenFile('one')] }, 'choice.licence.no-licensing'],
  [
    'a workstation on a whole card',
    {
      cards: ['1eb8:10de:12a2'],
      media: [tokenFile('one'), driverFile('550.163.01')],
      profile: { goal: 'workstation' },
    },
    `token 2 /nv/one.tok: ${VWS}`,
  ],
  [
    'compute on a whole card, as the profile says',
    { cards: ['1eb8:10de:12a2'], media: [tokenFile('one')], profile: { license: { featureType: 4 } } },
    'token 4 /nv/one.tok: NVIDIA Virtual Compute Server',
  ],
  ['no driver', { cards: [] }, 'choice.licence.no-driver'],
  [
    'no token is wanted',
    { cards: [T4], profile: { license: { token: 'none' } }, media: [tokenFile('one')] },
    'choice.licence.profile-none',
  ],
  [
    'licensed already, nobody knows how',
    {
      cards: [T4],
      media: [],
      installed: [installed('525.105.17', 'grid')],
      smi: smi([
        smiGpu({
          deviceId: '1eb8',
          virtualizationMode: 'vgpu',
          licence: { product: VWS, state: 'licensed', expiry: null, text: '' },
        }),
      ]),
    },
    `keep 1: ${VWS}`,
  ],
  [
    'a branch that knows the legacy server alone',
    { cards: ['1eb8:10de:130f@460.32.04'], media: [tokenFile('one')] },
    `token-missing 1: ${VWS}`,
  ],
];

describe('the licence', () => {
  it.each(GUESTS)('%s', (_, facts, expected) => {
    expect(said(choose(guest(facts)).licence)).toBe(expected);
  });

  it('of several tokens the one issued last is used, whatever its name says', () => {
    const licence = choose(
      guest({
        cards: [T4],
        media: [
          tokenFile('client_configuration_token_12-31-2030', { issuedAt: '2026-02-01T00:00:00Z' }),
          tokenFile('b', { issuedAt: '2026-03-01T00:00:00Z' }),
        ],
      }),
    ).licence;
    expect(said(licence)).toBe(`token 1 /nv/b.tok: ${VWS}`);
  });

  it.each([
    ['expired', tokenFile('old', { expiresAt: '2024-01-01T00:00:00Z' }), 'choice.token.expired'],
    ['cut short', tokenFile('bad', { valid: false, trouble: 'truncated', why: { key: 'token.truncated' } }), 'token.truncated'],
    ['a web page', { ...tokenFile('page', { valid: false, trouble: 'html', why: { key: 'token.html' } }), what: 'unknown' as const }, 'token.html'],
  ])('a token that is %s is named, with what is wrong with it', (_, file, why) => {
    const { licence } = choose(guest({ cards: [T4], media: [file] }));
    expect(licence).toMatchObject({
      kind: 'token-missing',
      reason: { key: 'choice.licence.unusable', values: { file: file.file, why: { key: why } } },
    });
  });

  it('what is missing comes with why each file is no token for it', () => {
    const { licence } = choose(
      guest({
        cards: [T4],
        media: [
          tokenFile('old', { expiresAt: NOW.toISOString() }),
          tokenFile('bad', { valid: false, why: { key: 'x' } }),
        ],
      }),
    );
    expect(licence).toMatchObject({
      kind: 'token-missing',
      rejected: [
        { what: '/nv/old.tok', why: { key: 'choice.token.expired' } },
        { what: '/nv/bad.tok', why: { key: 'x' } },
      ],
    });
  });
});
