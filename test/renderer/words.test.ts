import { expect, test } from 'vitest';
import { wizard as en } from '../../src/words/en/wizard.ts';
import { wizard as ja } from '../../src/words/ja/wizard.ts';
import { wizard as zhCN } from '../../src/words/zh-CN/wizard.ts';

const english: Readonly<Record<string, string>> = en;
const holesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test.each([
  ['zh-CN', zhCN],
  ['ja', ja],
] as const)('%s says everything that the English wizard says, with the same holes', (_language, words: Readonly<Record<string, string>>) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  const different = Object.entries(english).filter(([key, text]) => holesOf(text).join() !== holesOf(words[key] ?? '').join());
  expect(different.map(([key]) => key)).toEqual([]);
});

test('no sentence of the wizard is empty, and none is English left standing', () => {
  const letters = /[\u3040-\u30ff\u4e00-\u9fff]/;
  for (const words of [zhCN, ja] as Readonly<Record<string, string>>[]) {
    const left = Object.entries(words).filter(([key, text]) => text.trim() === '' || (/[a-z]{3} [a-z]{3}/.test(english[key] ?? '') && !letters.test(text)));
    expect(left.map(([key]) => key)).toEqual([]);
  }
});
