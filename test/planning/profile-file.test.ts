import fc from 'fast-check';
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
    expect(readProfile(text)).toMatchObject({ ok: false, mistakes: [{ line, column, message: { key, values } }] });
  });

  it.each([
    ['what is no YAML', 'driver: @x\n', 'profile.syntax'],
    ['a key twice', 'goal: auto\ngoal: compute\n', 'profile.twice'],
    ['what is no list of keys', 'hello', 'profile.not-a-map'],
    ['a list', '- a\n', 'profile.not-a-map'],
    ['binary', '\u0000\u0001', 'profile'],
  ])('refuses %s', (_, text, key) => {
    const reading = readProfile(text);
    expect(reading.ok).toBe(false);
    expect(reading.ok || reading.mistakes[0]?.message.key.startsWith(key)).toBe(true);
  });

  const told = (text: string) => {
    const reading = readProfile(text);
    return reading.ok ? [] : reading.mistakes.map(({ line, message }) => `${String(line)} ${message.key}`);
  };

  it('is told of all its mistakes at once, in the order in which they stand', () => {
    const text = 'licence:\n  token: none\ngoal: Compute\ngoal: compute\ndriver: { kind: gird }\nhold: yes\n';
    expect(told(text)).toEqual([
      '1 profile.misspelt-key',
      '3 profile.misspelt-value',
      '4 profile.twice',
      '5 profile.misspelt-value',
      '6 profile.misspelt-value',
    ]);
  });

  it.each([
    ['below another key', 'kind: grid\n', 'profile.key-below', 'driver.kind'],
    ['below another key, by its full name', 'license.token: none\n', 'profile.key-below', 'license.token'],
    ['below no other', 'driver:\n  goal: compute\n', 'profile.key-outside', 'goal'],
  ])('says of a key in the wrong place that it belongs %s', (_, text, key, near) => {
    expect(readProfile(text)).toMatchObject({ ok: false, mistakes: [{ near, message: { key } }] });
  });

  it.each([
    ['yes for true', 'hold: yes\n', 'profile.misspelt-value', 'true'],
    ['off for false', 'path: Off\n', 'profile.misspelt-value', 'false'],
    ['a number in quotes', 'license:\n  featureType: "1"\n', 'profile.quoted', '1'],
    ['a switch in quotes', "path: 'true'\n", 'profile.quoted', 'true'],
    ['a key without a value', 'reboot:\n', 'profile.empty', null],
    ['a fraction of a second', 'license: { waitSeconds: 1.5 }\n', 'profile.bad-value', null],
  ])('names what was meant by %s', (_, text, key, near) => {
    expect(readProfile(text)).toMatchObject({ ok: false, mistakes: [{ near, message: { key } }] });
  });

  it.each([
    ['a tab in place of spaces', 'driver:\n\tkind: auto\n', '2 profile.tab'],
    ['a colon without its space', 'path: true\ngoal:auto\nhold: true\n', '2 profile.no-space'],
    ['nothing but a colon without its space', 'goal:auto', '1 profile.no-space'],
    ['a key that is set in by mistake', 'goal: auto\n kind: x\n', '1 profile.structure'],
    ['a bracket that stays open', 'driver:\n  kind: [auto\n', '3 profile.unclosed'],
    ['a path of Windows in double quotes', 'media: "C:\\drv"\n', '1 profile.backslash'],
    ['two documents', 'path: true\n---\npath: false\n', '2 profile.documents'],
    ['an alias', 'goal: &a auto\nreboot: *a\n', '2 profile.alias'],
    ['an alias of nothing', 'goal: *a\n', '1 profile.alias'],
  ])('says of %s what it is', (_, text, first) => {
    expect(told(text)[0]).toBe(first);
  });

  it('takes paths of Windows, line ends of Windows, and a section with comments alone', () => {
    const text = 'media: D:\\media\r\ndriver:\r\n  source: D:\\media\\driver.exe\r\ncuda:\r\n  # toolkit: none\r\n';
    expect(readProfile(text)).toMatchObject({
      ok: true,
      profile: { media: 'D:\\media', driver: { source: 'D:\\media\\driver.exe' }, cuda: { toolkit: 'auto' } },
    });
  });

  it('never throws, and places every mistake within the text', () => {
    const piece = fc.constantFrom(
      ...['goal', 'driver', 'license', 'toolkit', ': ', ':', '\n', '  ', '\t', '- ', '[', ']', '{', '}', '"', "'"],
      ...['&a ', '*a', '!!x ', '? ', '<<', '|\n', '---\n', 'auto', '12.10', '__proto__', '\\', '#', '\u0000', '日本'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const reading = readProfile(text);
        if (reading.ok) return;
        expect(reading.mistakes.length).toBeGreaterThan(0);
        const lines = text.split('\n').length;
        for (const { line, column } of reading.mistakes) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines + 1);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });
});
