import { valueOf, type Fact } from '../domain/fact.ts';
import type { Evidence } from '../domain/finding.ts';
import type { TokenReading } from '../domain/media-item.ts';
import type { Tokens } from '../probes/tokens.ts';
import { seen } from './evidence.ts';

type TokenFile = Tokens['files'][number];

/** The files with such a trouble, where no file is a token that can be used. */
export function troubled(tokens: Fact<Tokens>, ...troubles: readonly TokenReading['trouble'][]): readonly TokenFile[] {
  const files = valueOf(tokens)?.files ?? [];
  if (files.some(({ reading }) => reading.valid)) return [];
  return files.filter(({ reading }) => troubles.includes(reading.trouble));
}

/** Name and dates; never what is in it. */
export function tokenLine({ path, reading: { trouble, notBefore, issuedAt, expiresAt } }: TokenFile): Evidence {
  const dates = [`from ${notBefore ?? issuedAt ?? '?'}`, `until ${expiresAt ?? '?'}`];
  return seen(path, [trouble, ...(trouble === 'expired' || trouble === 'not-yet-valid' ? dates : [])].join(', '));
}
