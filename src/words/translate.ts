/** Turns messages into sentences of one language. Languages are loaded when they are asked for. */
import type { Sentences } from './sentences.ts';

export const languages = ['en', 'zh-CN', 'ja'] as const;
export type Language = (typeof languages)[number];

type Spoken = { readonly key: string; readonly values?: Readonly<Record<string, string | number | Spoken>> };
export type Translate = (message: Spoken) => string;

async function sentencesIn(language: Language): Promise<Sentences> {
  switch (language) {
    case 'en':
      return (await import('./en/sentences.ts')).sentences;
    case 'zh-CN':
      return (await import('./zh-CN/sentences.ts')).sentences;
    case 'ja':
      return (await import('./ja/sentences.ts')).sentences;
  }
}

export async function translator(language: Language): Promise<Translate> {
  const sentences = await sentencesIn(language);
  const translate: Translate = ({ key, values }) =>
    // A key without words is shown as it is: better a strange word than none.
    (sentences(key) ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values?.[name];
      if (value === undefined) return hole;
      return typeof value === 'object' ? translate(value) : String(value);
    });
  return translate;
}
