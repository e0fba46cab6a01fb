import { describe, expect, it } from 'vitest';
import { layoutText, sizesOf } from '../../src/domain/mig-layout.ts';
import { readProfile } from '../../src/planning/profile-file.ts';
import { defaultProfile } from '../../src/domain/profile.ts';

const layoutIn = (text: string) => {
  const reading = readProfile(`mig:\n  layout: ${text}\n`);
  return reading.ok ? reading.profile.mig.layout : reading.mistakes;
};

describe('the section mig of a profile', () => {
  it('says nothing unless it is there', () => {
    expect(defaultProfile.mig).toEqual({ mode: 'auto', layout: 'none', replace: false });
    expect(readProfile('mig:\n')).toEqual({ ok: true, profile: defaultProfile });
  });

  it('takes sizes as text, as list, and by GPU', () => {
    expect(layoutIn('1g.10gb x7')).toBe('1g.10gb x7');
    expect(layoutIn('[3g.40gb, 2g.20gb x2]')).toEqual(['3g.40gb', '2g.20gb x2']);
    expect(layoutIn('\n    0: 1g.10gb x7\n    0000:07:00.0: [3g.40gb, 4g.40gb]\n    GPU-1b7b6fa0-0000: none\n    1: off')).toEqual({
      '0': '1g.10gb x7',
      '0000:07:00.0': ['3g.40gb', '4g.40gb'],
      'GPU-1b7b6fa0-0000': 'none',
      '1': 'off',
    });
  });

  it('means one name for each instance', () => {
    expect(sizesOf('3g.20gb, 1g.5gb x2')).toEqual(['3g.20gb', '1g.5gb', '1g.5gb']);
    expect(sizesOf(['1G.5GB+ME', '2g.10gbx2'])).toEqual(['1g.5gb+me', '2g.10gb', '2g.10gb']);
    expect(sizesOf('none')).toEqual([]);
    expect(sizesOf('2C.3G.20GB, 1c.3g.20gb x2')).toEqual(['2c.3g.20gb', '1c.3g.20gb', '1c.3g.20gb']);
    expect(layoutText(['1g.5gb', '3g.20gb', '1g.5gb'])).toBe('1g.5gb x2, 3g.20gb');
  });

  it.each([
    ['mig:\n  layout: 1g.10gb x8\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout: 1g.10gb x4, 2g.20gb x4\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout: 3c.3g.20gb\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout: 0c.3g.20gb\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout: off\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout: seven\n', 2, 11, 'mig.layout', 'profile.mig.sizes'],
    ['mig:\n  layout:\n    - 1g.10gb\n    - 2g\n', 4, 7, 'mig.layout.1', 'profile.mig.sizes'],
    ['mig:\n  layout:\n    first: 1g.10gb\n', 3, 12, 'mig.layout.first', 'profile.mig.gpu'],
    ['mig:\n  layout: 7\n', 2, 11, 'mig.layout', 'profile.mig.shape'],
    ['mig:\n  mode: off\n  layout: 1g.10gb\n', 2, 9, 'mig.mode', 'profile.mig.off'],
  ])('refuses %j with line and column', (text, line, column, key, allowed) => {
    const reading = readProfile(text);
    expect(reading.ok ? [] : reading.mistakes).toMatchObject([{ line, column, key, message: { values: { allowed: { key: allowed } } } }]);
  });

  it('helps with a misspelt mode and a misspelt key', () => {
    const near = (text: string) => {
      const reading = readProfile(text);
      return reading.ok ? [] : reading.mistakes.map((mistake) => mistake.near);
    };
    expect(near('mig:\n  mode: onn\n')).toEqual(['on']);
    expect(near('mig:\n  layuot: none\n')).toEqual(['layout']);
  });
});
