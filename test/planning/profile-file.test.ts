import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../src/domain/profile.ts';
import { readProfile } from '../../src/planning/profile-file.ts';

const CONTRACT = `schema: gpu-guest/profile@1
goal: auto                     # auto | compute | workstation
media: /mnt/Shared/nv          # folder with drivers, CUDA runfiles, tokens
driver:
  kind: auto                   # auto | grid | tesla | geforce | none
  source: auto                 # auto | media | distro | FILE
  version: auto
  kernelModule: auto           # auto | open | proprietary
license:
  featureType: auto            # auto | 0 | 1 | 2 | 4
  token: auto                  # auto | none | FILE
  waitSeconds: 60
cuda:
  toolkit: auto                # auto | none | "12.1" | FILE
path: true
hold: true
reboot: ask                    # never | auto | ask
image:
  seal: false
  keepToken: false
`;

describe('the profile file', () => {
  it('of the contract is the default, and so is an empty one', () => {
    expect(readProfile(CONTRACT)).toEqual({ ok: true, profile: defaultProfile });
    expect(readProfile('')).toEqual({ ok: true, profile: defaultProfile });
    expect(readProfile('# nothing\n')).toEqual({ ok: true, profile: defaultProfile });
  });

  it('takes the default for what it does not say', () => {
    expect(readProfile('cuda:\n  toolkit: none\n')).toEqual({
      ok: true,
      profile: { ...defaultProfile, cuda: { toolkit: 'none' } },
    });
    expect(readProfile('license:\n  featureType: 2\n')).toMatchObject({
      ok: true,
      profile: { license: { featureType: 2, waitSeconds: 60 } },
    });
  });

  it('means a version as it is written, with or without quotes', () => {
    expect(readProfile('cuda:\n  toolkit: 12.10\ndriver:\n  version: 535\n')).toMatchObject({
      ok: true,
      profile: { cuda: { toolkit: '12.10' }, driver: { version: '535' } },
    });
  });

  it.each([
    [
      'a misspelt key',
      'goal: auto\nlicence:\n  token: none\n',
      2,
      1,
      'profile.misspelt-key',
      { key: 'licence', near: 'license' },
    ],
    [
      'a misspelt key below another',
      'license:\n  featuretype: 1\n',
      2,
      3,
      'profile.misspelt-key',
      { key: 'license.featuretype', near: 'featureType' },
    ],
    ['a key that is like none', 'colour: red\n', 1, 1, 'profile.unknown-key', { key: 'colour' }],
    ['a misspelt value', 'reboot: nevr\n', 1, 9, 'profile.misspelt-value', { value: 'nevr', near: 'never' }],
    [
      'a misspelt word where a file may stand',
      'driver:\n  source: distr\n',
      2,
      11,
      'profile.misspelt-value',
      { near: 'distro' },
    ],
    [
      'a value out of range',
      'license:\n  featureType: 3\n',
      2,
      16,
      'profile.bad-value',
      { key: 'license.featureType', value: '3' },
    ],
    ['a number that is too big', 'license:\n  waitSeconds: 100000\n', 2, 16, 'profile.bad-value', {}],
    ['a word for a yes or no', 'path: perhaps\n', 1, 7, 'profile.bad-value', { key: 'path' }],
    ['another version of the file', 'schema: gpu-guest/profile@2\n', 1, 9, 'profile.misspelt-value', {}],
    ['a list in place of keys', 'driver: [a]\n', 1, 9, 'profile.bad-value', { key: 'driver' }],
  ] as const)('refuses %s with line and column', (_, text, line, column, key, values) => {
    expect(readProfile(text)).toMatchObject({ ok: false, line, column, message: { key, values } });
  });

  it.each([
    ['what is no YAML', 'driver:\n  kind: [auto\n', 'profile.syntax'],
    ['a key twice', 'goal: auto\ngoal: compute\n', 'profile.syntax'],
    ['what is no list of keys', 'hello', 'profile.not-a-map'],
    ['a list', '- a\n', 'profile.not-a-map'],
    ['binary', '\u0000\u0001', 'profile'],
  ])('refuses %s', (_, text, key) => {
    const reading = readProfile(text);
    expect(reading.ok).toBe(false);
    expect(reading.ok || reading.message.key.startsWith(key)).toBe(true);
  });
});
