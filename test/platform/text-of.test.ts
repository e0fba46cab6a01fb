import { expect, test } from 'vitest';
import { textOf } from '../../src/platform/linux/text-of.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['lines with foreign names', 'Maintainer: Jérôme 一\nPackage: x\n'.repeat(2000)],
  ['a line longer than a part', `Depends: ${'é, '.repeat(9000)}\nPackage: x\n`],
  ['no line feed at all', 'ü'.repeat(10_000)],
  ['a mark of byte order within', `${'x'.repeat(5000)}\n\uFEFFPackage: x`],
  ['nothing', ''],
])('a long text is read by parts as it is read whole: %s', (_what, text) => {
  expect(textOf(bytes(text))).toBe(text);
});

test('a mark of byte order at the start is left away, as in a short text', () => {
  const long = 'Package: x\n'.repeat(1000);
  expect(textOf(bytes(`\uFEFF${long}`))).toBe(long);
  expect(textOf(bytes('\uFEFFPackage: x'))).toBe('Package: x');
});
