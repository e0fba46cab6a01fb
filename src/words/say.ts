/** Makes a `Message`. A misspelt key, a hole left open or one too many does not compile. */
import type { en } from './en/index.ts';

type English = typeof en;
export type WordKey = keyof English;

type Holes<Text> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Filler = string | number | { readonly key: string };
type Values<K extends WordKey> = [Holes<English[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<English[K]>, Filler>>];

export type Said<K extends WordKey = WordKey> = {
  readonly key: K;
  readonly values?: Readonly<Record<string, string | number | Said>>;
};

export const say = <K extends WordKey>(key: K, ...[values]: Values<K>): Said<K> =>
  (values === undefined ? { key } : { key, values }) as Said<K>;
