type Data = string | number | boolean | null | undefined | readonly Data[] | { readonly [key: string]: Data };

function changed(data: Data, change: (text: string) => string): Data {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((one: Data) => changed(one, change));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, changed(value, change)]));
}

/** The same document, every text in it changed. Keys stay as they are. */
export const eachText = <T>(document: T, change: (text: string) => string): T => changed(document as Data, change) as T;
