import { describe, expect, test } from 'vitest';
import { above, ABSOLUTE_PATH, DRIVES, nameOf, tidied, topOf, within } from '../../src/domain/folder-path.ts';

describe('a path of a folder', () => {
  test.each([
    ['/mnt/../etc/', false, '/etc'],
    ['/', false, '/'],
    ['/a\\b', false, '/a\\b'],
    ['C:', false, 'C:\\'],
    ['c:\\', true, 'C:\\'],
    ['c:/Users/李/../公用//nv\\', true, 'C:\\Users\\公用\\nv'],
    ['C:\\..\\..', true, 'C:\\'],
    ['\\\\server\\share\\', true, '\\\\server\\share'],
    ['//server/share/nv/../..', true, '\\\\server\\share'],
    ['\\', true, DRIVES],
    ['/', true, DRIVES],
  ])('%s is tidied', (given, onWindows, right) => {
    expect(tidied(given, onWindows)).toBe(right);
  });

  test.each([
    ['/', null],
    ['/mnt', '/'],
    ['/mnt/nv', '/mnt'],
    [DRIVES, null],
    ['C:\\', DRIVES],
    ['C:\\nv', 'C:\\'],
    ['D:\\a b\\nv', 'D:\\a b'],
    ['\\\\server\\share', DRIVES],
    ['\\\\server\\share\\nv', '\\\\server\\share'],
  ])('above %s is %s', (path, right) => {
    expect(above(path)).toBe(right);
  });

  test('a name in it is a path by the signs of its system', () => {
    expect([within('/', 'mnt'), within('/mnt', 'nv'), within(DRIVES, 'D:'), within('D:\\', 'nv'), within('\\\\s\\share', 'nv')]).toEqual([
      '/mnt',
      '/mnt/nv',
      'D:\\',
      'D:\\nv',
      '\\\\s\\share\\nv',
    ]);
    expect([nameOf('/a/b\\c'), nameOf('C:\\驱动\\a.tok'), nameOf('a.tok')]).toEqual(['b\\c', 'a.tok', 'a.tok']);
    expect([topOf('/mnt/nv'), topOf('D:\\nv'), topOf('\\\\s\\share')]).toEqual(['/', DRIVES, DRIVES]);
  });

  test.each(['/', '/mnt', 'C:', 'C:\\', 'd:/nv', '\\\\server\\share', DRIVES])('%s stands for itself', (path) => {
    expect(path).toMatch(ABSOLUTE_PATH);
  });
  test.each(['', 'nv', './nv', 'C:nv', '\\nv', '~/nv'])('“%s” depends on where one stands', (path) => {
    expect(path).not.toMatch(ABSOLUTE_PATH);
  });
});
