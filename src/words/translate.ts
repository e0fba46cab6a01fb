/** Turns messages into sentences of one language. Languages are loaded when they are asked for. */
export const languages = ['en', 'zh-CN', 'ja'] as const;
export type Language = (typeof languages)[number];

type Spoken = { readonly key: string; readonly values?: Readonly<Record<string, string | number | Spoken>> };
export type Translate = (message: Spoken) => string;

async function wordsOf(language: Language): Promise<Readonly<Record<string, string>>> {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).en;
    case 'zh-CN':
      return (await import('./zh-CN/index.ts')).zhCN;
    case 'ja':
      return (await import('./ja/index.ts')).ja;
  }
}

export async function translator(language: Language): Promise<Translate> {
  const words = await wordsOf(language);
  const translate: Translate = ({ key, values }) =>
    // A key without words is shown as it is: better a strange word than none.
    (words[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values?.[name];
      if (value === undefined) return hole;
      return typeof value === 'object' ? translate(value) : String(value);
    });
  return translate;
}
