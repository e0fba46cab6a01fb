import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editGriddConf, griddValues } from '../../src/steps/license/gridd-conf.ts';
import { GRIDD_CONFIG } from './texts.ts';

describe('editing gridd.conf', () => {
  it.each([
    ['a value in place', 'FeatureType=0\n', 'FeatureType=2\n'],
    ['with its spaces and its line end', '  FeatureType = 0 \r\nA=1\r\n', '  FeatureType = 2 \r\nA=1\r\n'],
    ['in quotes', 'FeatureType="1"\n', 'FeatureType=2\n'],
    ['every active line of it', 'FeatureType=0\nFeatureType=4\n', 'FeatureType=2\nFeatureType=2\n'],
    ['behind its commented line, which stays', '#FeatureType=0\nB=1\n', '#FeatureType=0\nFeatureType=2\nB=1\n'],
    ['at the end, closing a last line that lacks its end', 'B=1', 'B=1\nFeatureType=2\n'],
    ['with the line ends of the file', 'B=1\r\n', 'B=1\r\nFeatureType=2\r\n'],
    ['in an empty file', '', 'FeatureType=2\n'],
  ])('sets %s', (_, before, after) => {
    expect(editGriddConf(before, { FeatureType: '2' })).toBe(after);
  });

  it('takes a key out with its line, and leaves its comment', () => {
    expect(editGriddConf('#ServerPort=7070\nServerPort=7070\nA=1\n', { ServerPort: null })).toBe(
      '#ServerPort=7070\nA=1\n',
    );
  });

  it('does not take a longer key for a shorter one', () => {
    expect(editGriddConf('BackupServerAddress=x\n', { ServerAddress: null })).toBe('BackupServerAddress=x\n');
  });

  it('changes one line of the template', () => {
    expect(editGriddConf(GRIDD_CONFIG, { FeatureType: '1' })).toBe(
      GRIDD_CONFIG.replace('FeatureType=0', 'FeatureType=1'),
    );
  });

  const line = fc.oneof(
    fc.constantFrom(
      'FeatureType=0',
      '#FeatureType=0',
      'FeatureType = 1',
      'ServerAddress=a',
      '  # x',
      '',
      'LingerInterval=10',
    ),
    fc.string({ maxLength: 12 }).filter((text) => !/[\r\n]/.test(text)),
  );
  const file = fc
    .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, closed]) => lines.join(end) + (closed ? end : ''));

  it('keeps every other byte, in its order', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('0', '1', '2', '4'), (text, value) => {
        const others = (all: string) =>
          all
            .split(/(?<=\n)/)
            .map((one) => one.replace(/\r?\n$/, ''))
            .filter((one) => one !== '' && !/^[ \t]*FeatureType[ \t]*=/i.test(one));
        const edited = editGriddConf(text, { FeatureType: value });
        expect(others(edited)).toEqual(others(text));
        expect(griddValues(edited, 'FeatureType').every((one) => one === value)).toBe(true);
        expect(griddValues(edited, 'FeatureType')).not.toHaveLength(0);
      }),
    );
  });

  it('changes nothing the second time, and nothing that is as it should be', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('0', '1', null), (text, value) => {
        const once = editGriddConf(text, { FeatureType: value });
        expect(editGriddConf(once, { FeatureType: value })).toBe(once);
        expect(editGriddConf(text, {})).toBe(text);
      }),
    );
  });
});
