/** Few values for each, so that facts of different sources meet. */
import fc from 'fast-check';

export type Any<T> = fc.Arbitrary<T>;
export const orNull = <T>(any: Any<T>): Any<T | null> => fc.option(any, { nil: null });

export const version = fc.constantFrom(
  '390.157',
  '470.256.02',
  '525.105.17',
  '535.54.03',
  '535.261.03',
  '580.65.06',
  '595.45.04',
);
export const kernelName = fc.constantFrom('6.1.0-37-amd64', '6.1.0-40-amd64', '5.15.0-105-generic');
export const flavour = fc.constantFrom('open', 'proprietary');
export const time = fc.constantFrom(
  '2026-11-22T07:00:00Z',
  '2026-11-22T08:00:00Z',
  '2027-01-01T00:00:00Z',
  'permanent',
  'nonsense',
);
export const device = fc.constantFrom('1eb8', '1b38', '2b85', '2236', '1db4', '0fff');
export const address = orNull(fc.constantFrom('0000:02:01.0', '0000:08:00.0'));

export const someLines = (lines: readonly string[]): Any<readonly string[]> =>
  fc.array(fc.constantFrom(...lines), { maxLength: 4 }).map((texts) => texts.flatMap((text) => text.split('\n')));
