/** A registry in memory. Names are compared as Windows does: whatever their case. */
import type { Registry } from '../domain/machine.ts';
import { registryValue, shownValue, valuePlace, type RegistryValue, type WritableType } from '../domain/registry-value.ts';

type Named = RegistryValue & { readonly name: string };
type Key = { readonly path: string; readonly values: Map<string, Named> };

/** The key and all keys around it, outermost first. */
const around = (key: string): readonly string[] => {
  const parts = key.split('\\');
  return parts.map((_, index) => parts.slice(0, index + 1).join('\\'));
};

export type MemoryRegistry = Registry & {
  /** Each value by its place, and each key without values as `key`. */
  readonly dump: () => Readonly<Record<string, string>>;
  /** The values of a key as they are spelt; undefined: no such key. */
  readonly valuesOf: (key: string) => readonly Named[] | undefined;
  /** The keys right below a key, whole. */
  readonly keysIn: (key: string) => readonly string[];
  readonly put: (key: string, name: string, type: WritableType, data: string) => void;
  readonly makeKey: (key: string) => void;
  readonly removeTree: (key: string) => void;
};

export function memoryRegistry(): MemoryRegistry {
  const keys = new Map<string, Key>([['hklm', { path: 'HKLM', values: new Map() }]]);
  const at = (key: string): Key | undefined => keys.get(key.toLowerCase());
  const missing = (key: string) => around(key).filter((one) => at(one) === undefined);
  const below = (key: string) => [...keys.keys()].filter((one) => one.startsWith(`${key.toLowerCase()}\\`));
  const makeKey = (key: string): void => {
    for (const path of missing(key)) keys.set(path.toLowerCase(), { path, values: new Map() });
  };
  const set = (key: string, name: string, { type, bytes }: RegistryValue): void => {
    makeKey(key);
    at(key)?.values.set(name.toLowerCase(), { name, type, bytes });
  };
  return {
    keep: (key, name) => {
      const value = at(key)?.values.get(name.toLowerCase());
      return Promise.resolve(
        value === undefined ? { kind: 'absent' } : { kind: 'value', type: value.type, bytes: value.bytes },
      );
    },
    missingKeys: (key) => Promise.resolve(missing(key)),
    write: (key, name, value) => {
      set(key, name, value);
      return Promise.resolve();
    },
    remove: (key, name) => {
      at(key)?.values.delete(name.toLowerCase());
      return Promise.resolve();
    },
    removeEmptyKey: (key) => {
      if (below(key).length === 0 && at(key)?.values.size === 0) keys.delete(key.toLowerCase());
      return Promise.resolve();
    },
    dump: () =>
      Object.fromEntries(
        [...keys.values()].flatMap(({ path, values }) => [
          [path, 'key'] as const,
          ...[...values].map(([name, value]) => [valuePlace(path, name), shownValue(value)] as const),
        ]),
      ),
    valuesOf: (key) => {
      const found = at(key);
      return found && [...found.values.values()];
    },
    keysIn: (key) =>
      below(key)
        .filter((one) => !one.slice(key.length + 1).includes('\\'))
        .flatMap((one) => keys.get(one)?.path ?? []),
    put: (key, name, type, data) => {
      set(key, name, registryValue(type, data));
    },
    makeKey,
    removeTree: (key) => {
      for (const one of [key.toLowerCase(), ...below(key)]) keys.delete(one);
    },
  };
}
