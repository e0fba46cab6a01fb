/** The sentence of a key; undefined where the language has none. */
export type Sentences = (key: string) => string | undefined;

export const sentencesOf =
  (areas: readonly Readonly<Record<string, string>>[]): Sentences =>
  (key) =>
    areas.find((area) => key in area)?.[key];
