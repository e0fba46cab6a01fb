import { expect, test } from 'vitest';
import { rejectedLines } from '../../../src/cli/texts/rejected-text.ts';

test('branches that are rejected for one reason share a line', () => {
  const old = ['R550', 'R535', 'R525', 'R470'].map((what) => ({ what, why: 'Too old.' }));
  expect(rejectedLines([{ what: 'R595', why: 'Too new.' }, ...old, { what: 'R340', why: 'Gone.' }])).toEqual([
    'R595: Too new.',
    'R550 … R470: Too old.',
    'R340: Gone.',
  ]);
  expect(rejectedLines(old.slice(0, 2))).toEqual(['R550, R535: Too old.']);
});
