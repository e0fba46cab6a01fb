import { describe, expect, test } from 'vitest';
import { expiryOf } from '../../src/probes/nvidia-smi-values.ts';

describe('expiry times of nvidia-smi', () => {
  test.each([
    ['2022-5-27 0:8:28 GMT', '2022-05-27T00:08:28Z'],
    [' Permanent', 'permanent'],
    ['N/A', null],
    ['ERR!', null],
    ['Not Available', null],
  ])('%s is %s', (text, expected) => {
    expect(expiryOf(text)).toBe(expected);
  });
});
