import type { Action } from '../domain/action.ts';

/** JSON with the keys of every object in order, so that equal plans give equal bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

export type Agreed = {
  readonly goal: string;
  readonly steps: readonly { readonly id: string; readonly actions: readonly Action[] }[];
};

/** sha256 of the canonical JSON, in lower-case hex. */
export async function digestOfValue(value: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What consent is bound to. */
export const digestOf = (agreed: Agreed): Promise<string> => digestOfValue(agreed);
