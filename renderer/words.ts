/** The wizard's own sentences; what the engine says comes as sentences already. */
import { createContext, use, useEffect, useState } from 'react';
import type { wizard } from '../src/words/en/wizard.ts';
import type { Language } from './stores/session.ts';

type English = typeof wizard;
export type WizardKey = keyof English;
type Holes<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Values<K extends WizardKey> = [Holes<English[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<English[K]>, string | number>>];
export type Say = <K extends WizardKey>(key: K, ...values: Values<K>) => string;

async function load(language: Language): Promise<Readonly<Record<WizardKey, string>>> {
  switch (language) {
    case 'en':
      return (await import('../src/words/en/wizard.ts')).wizard;
    case 'zh-CN':
      return (await import('../src/words/zh-CN/wizard.ts')).wizard;
    case 'ja':
      return (await import('../src/words/ja/wizard.ts')).wizard;
  }
}

export const sayer =
  (words: Readonly<Record<WizardKey, string>>): Say =>
  (key, ...[values]) =>
    words[key].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const filled = (values as Readonly<Record<string, string | number>> | undefined)?.[name];
      return filled === undefined ? hole : String(filled);
    });

const loaded = new Map<Language, Say>();

/** Says in that language, once its words are there. */
export async function wordsOf(language: Language): Promise<Say> {
  const say = loaded.get(language) ?? sayer(await load(language));
  loaded.set(language, say);
  return say;
}

/** Null until there are words; those of the language before, until there are others. */
export function useWords(language: Language): Say | null {
  const [say, setSay] = useState<Say | null>(() => loaded.get(language) ?? null);
  useEffect(() => {
    let wanted = true;
    void wordsOf(language).then((words) => {
      if (wanted) setSay(() => words);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return say;
}

export const WordsContext = createContext<Say | null>(null);

export function useSay(): Say {
  const say = use(WordsContext);
  if (say === null) throw new Error('outside of the app');
  return say;
}
