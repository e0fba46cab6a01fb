import type { Redact } from '../../report/redact.ts';

/** Every text in a value, keys included. */
export function redactDeep<T>(value: T, redact: Redact): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return redact(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [redact(key), walk(inner)]));
  };
  return walk(value) as T;
}
