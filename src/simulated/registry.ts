/** A registry in memory. Names are compared as Windows does: whatever their case. */
import type { Registry } from '../domain/machine.ts';
import { shownValue, valuePlace, type RegistryValue } from '../domain/registry-value.ts';

type Key = { readonly path: string; readonly values: Map<string, RegistryValue> };

/** The key and all keys around it, outermost first. */
const around = (key: string): readonly string[] => {
  const parts = key.split('\\');
  return parts.map((_, index) => parts.slice(0, index + 1).join('\\'));
};

export type MemoryRegistry = Registry & {
  /** Each value by its place, and each key without values as `key`. */
  readonly dump: () => Readonly<Record<string, string>>;
};

export function memoryRegistry(): MemoryRegistry {
  const keys = new Map<string, Key>([['hklm', { path: 'HKLM', values: new Map() }]]);
  const at = (key: string): Key | undefined => keys.get(key.toLowerCase());
  const missing = (key: string) => around(key).filter((one) => at(one) === undefined);
  return {
    keep: (key, name) => {
      const value = at(key)?.values.get(name.toLowerCase());
      return Promise.resolve(value === undefined ? { kind: 'absent' } : { kind: 'value', ...value });
    },
    missingKeys: (key) => Promise.resolve(missing(key)),
    write: (key, name, { type, bytes }) => {
      for (const path of missing(key)) keys.set(path.toLowerCase(), { path, values: new Map() });
      at(key)?.values.set(name.toLowerCase(), { type, bytes });
      return Promise.resolve();
    },
    remove: (key, name) => {
      at(key)?.values.delete(name.toLowerCase());
      return Promise.resolve();
    },
    removeEmptyKey: (key) => {
      const isParent = [...keys.keys()].some((one) => one.startsWith(`${key.toLowerCase()}\\`));
      if (!isParent && at(key)?.values.size === 0) keys.delete(key.toLowerCase());
      return Promise.resolve();
    },
    dump: () =>
      Object.fromEntries(
        [...keys.values()].flatMap(({ path, values }) => [
          [path, 'key'] as const,
          ...[...values].map(([name, value]) => [valuePlace(path, name), shownValue(value)] as const),
        ]),
      ),
  };
}
