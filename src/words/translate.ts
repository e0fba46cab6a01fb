/** Turns messages into sentences of one language. Languages are loaded when they are asked for. */
export const languages = ['en', 'zh-CN', 'ja'] as const;
export type Language = (typeof languages)[number];

type Spoken = { readonly key: string; readonly values?: Readonly<Record<string, string | number | Spoken>> };
export type Translate = (message: Spoken) => string;

async function areasOf(language: Language): Promise<readonly Readonly<Record<string, string>>[]> {
  switch (language) {
    case 'en':
      return (await import('./en/areas.ts')).areas;
    case 'zh-CN':
      return (await import('./zh-CN/areas.ts')).areas;
    case 'ja':
      return (await import('./ja/areas.ts')).areas;
  }
}

export async function translator(language: Language): Promise<Translate> {
  const areas = await areasOf(language);
  const translate: Translate = ({ key, values }) =>
    // A key without words is shown as it is: better a strange word than none.
    (areas.find((area) => key in area)?.[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values?.[name];
      if (value === undefined) return hole;
      return typeof value === 'object' ? translate(value) : String(value);
    });
  return translate;
}
