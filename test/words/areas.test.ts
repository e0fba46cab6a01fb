import { expect, it } from 'vitest';
import { areas as english } from '../../src/words/en/areas.ts';
import { en } from '../../src/words/en/index.ts';
import { areas as japanese } from '../../src/words/ja/areas.ts';
import { areas as chinese } from '../../src/words/zh-CN/areas.ts';

/** The build takes its words from the areas, the types of keys come from the index. */
it.each([
  ['en', english],
  ['zh-CN', chinese],
  ['ja', japanese],
])('every sentence of the index is in an area of %s', (_, areas) => {
  const keys = new Set(areas.flatMap((area) => Object.keys(area)));
  expect(Object.keys(en).filter((key) => !keys.has(key))).toEqual([]);
});
