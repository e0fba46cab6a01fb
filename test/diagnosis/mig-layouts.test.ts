import { expect, test } from 'vitest';
import { migSizesOf } from '../../src/catalog/mig-sizes.ts';
import { readyLayouts } from '../../src/diagnosis/mig-layouts.ts';
import { hasRoom } from '../../src/diagnosis/mig-room.ts';
import type { MigOffer } from '../../src/diagnosis/mig-state.ts';
import { layoutMistakes, sizesOf } from '../../src/domain/mig-layout.ts';

const offersOf = (card: string): readonly MigOffer[] => (migSizesOf(card) ?? []).map((one) => ({ ...one, free: one.total }));

test('an A100 is cut into sevenths, quarters, thirds, halves, or a half and what fits beside it', () => {
  expect(readyLayouts(offersOf('A100-SXM4-40GB'))).toEqual(['1g.5gb x7', '1g.10gb x4', '2g.10gb x3', '3g.20gb x2', '3g.20gb, 2g.10gb x2']);
});

test('an A30 has four slices', () => {
  expect(readyLayouts(offersOf('A30'))).toEqual(['1g.6gb x4', '2g.12gb x2', '2g.12gb, 1g.6gb x2']);
});

test.each(['A30', 'A100-SXM4-80GB', 'H100 NVL', 'H100 80GB HBM3', 'H200', 'B200'])('every layout for %s is one of a profile, and fits the empty card', (card) => {
  const layouts = readyLayouts(offersOf(card));
  expect(layouts.length).toBeGreaterThan(2);
  expect(layouts.flatMap(layoutMistakes)).toEqual([]);
  expect(layouts.filter((layout) => !hasRoom(sizesOf(layout), offersOf(card), []))).toEqual([]);
});

test('there are none where nobody knows what the card offers', () => {
  expect(readyLayouts(null)).toEqual([]);
});

test('where the places are not known, no sizes are set beside each other', () => {
  const placeless = offersOf('A30').map((one) => ({ ...one, starts: [], size: 0 }));
  expect(readyLayouts(placeless)).toEqual(['1g.6gb x4', '2g.12gb x2']);
});
