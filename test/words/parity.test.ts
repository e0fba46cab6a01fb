import { expect, test } from 'vitest';
import { en } from '../../src/words/en/index.ts';
import { ja } from '../../src/words/ja/index.ts';
import { zhCN } from '../../src/words/zh-CN/index.ts';
import { translator } from '../../src/words/translate.ts';
import { nearest } from '../../src/words/nearest.ts';

const english: Readonly<Record<string, string>> = en;
const holesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

test.each([
  ['zh-CN', zhCN],
  ['ja', ja],
] as const)(
  '%s says everything that English says, with the same holes',
  (_language, words: Readonly<Record<string, string>>) => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    const different = Object.entries(english).filter(
      ([key, text]) => holesOf(text).join() !== holesOf(words[key] ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  },
);

test.each([
  ['en', english],
  ['zh-CN', zhCN],
  ['ja', ja],
] as const)('no sentence of %s is empty', (_language, words: Readonly<Record<string, string>>) => {
  expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('Chinese and Japanese sentences are not English left standing', () => {
  const letters = /[\u3040-\u30ff\u4e00-\u9fff]/;
  const sentences = Object.entries(english).filter(([, text]) => text.split(' ').length > 5);
  for (const words of [zhCN, ja] as Readonly<Record<string, string>>[]) {
    expect(
      sentences
        .filter(([key]) => !letters.test(words[key] ?? '') && !key.startsWith('cli.status.'))
        .map(([key]) => key),
    ).toEqual([]);
  }
});

test('a message inside a message is said in the same language, a hole without a value stays visible', async () => {
  const say = await translator('ja');
  expect(
    say({
      key: 'cli.license.unread',
      values: { why: { key: 'ignorance.tool-missing', values: { tool: 'nvidia-smi' } } },
    }),
  ).toContain('nvidia-smi');
  expect(say({ key: 'cli.file-not-found' })).toContain('{path}');
  expect(say({ key: 'no.such.key' })).toBe('no.such.key');
});

test('the nearest right word is offered only where it is near', () => {
  expect(nearest('detct', ['detect', 'media', 'plan'])).toBe('detect');
  expect(nearest('Plan', ['detect', 'plan'])).toBe('plan');
  expect(nearest('xylophone', ['detect', 'plan'])).toBeNull();
});
