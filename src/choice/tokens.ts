import type { Rejected } from '../domain/choice.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { ChoiceInput } from './guest.ts';
import { isSameFile } from './offers.ts';

type Tokens = { readonly best: MediaItem | null; readonly rejected: readonly Rejected[] };

/** The one token to be used: valid, named by the profile if it names one, and the one issued last. The name's date is not trusted. */
export function offeredToken({ media, profile, now }: ChoiceInput): Tokens {
  if (profile.license.token === 'none') return { best: null, rejected: [] };
  const judged = (media ?? [])
    .filter(({ what, token }) => what === 'token' || token !== null) // what was saved as a token, and is none, too
    .map((item) => ({ item, why: unusableToken(item, now) ?? unnamed(item, profile.license.token) }));
  const [best = null, ...rest] = judged
    .filter(({ why }) => why === null)
    .map(({ item }) => item)
    .sort(lastIssuedFirst);
  return {
    best,
    rejected: [
      ...judged.flatMap(({ item, why }) => (why === null ? [] : { what: item.file, why })),
      ...rest.map((item) => ({ what: item.file, why: olderWords(item, best) })),
    ],
  };
}

/** Why this token cannot license anything; null where it can. */
export function unusableToken({ token, integrity, remark }: MediaItem, now: Date): Message | null {
  if (integrity.kind === 'broken') return integrity.because;
  if (token === null) return remark ?? say('choice.token.unreadable');
  if (!token.valid) return token.why ?? say('choice.token.unreadable');
  if (token.expiresAt !== null && Date.parse(token.expiresAt) <= now.getTime())
    return say('choice.token.expired', { at: token.expiresAt });
  return null;
}

const unnamed = ({ file }: MediaItem, wish: string): Message | null =>
  wish === 'auto' || isSameFile(file, wish) ? null : say('choice.token.other', { wish });

const issued = ({ token }: MediaItem): number => Date.parse(token?.issuedAt ?? '') || 0;

const lastIssuedFirst = (a: MediaItem, b: MediaItem): number =>
  issued(b) - issued(a) || a.file.localeCompare(b.file, 'en');

const olderWords = (item: MediaItem, best: MediaItem | null): Message =>
  item.sha256 !== null && item.sha256 === best?.sha256
    ? say('choice.token.same', { better: best.file })
    : say('choice.token.older', { better: best?.file ?? '' });
