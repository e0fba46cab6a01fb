import type { Gap, GapReason } from '../domain/gap.ts';
import { say, type Said } from './say.ts';

/** Why a part of a source was not read. */
export function gapSaid(reason: GapReason): Said {
  if ('format' in reason) return say('gap.archive', { format: reason.format });
  if ('limit' in reason) return say(`gap.${reason.kind}`, { limit: reason.limit });
  if ('limitMiB' in reason) return say('gap.too-large', { limit: reason.limitMiB });
  if ('method' in reason) return say('gap.packing', { method: reason.method });
  if ('ratio' in reason) return say('gap.bomb', { ratio: reason.ratio });
  if ('lines' in reason) return say('gap.condensed', { lines: reason.lines });
  if ('said' in reason) return say('gap.skipped', { said: reason.said });
  return say(`gap.${reason.kind}`);
}

type Unread = { readonly what: string; readonly why: string };

/** A folder full of links must not drown the rest. */
const MOST = 30;

export function gapsSaid(gaps: readonly Gap[], translate: (message: Said) => string): readonly Unread[] {
  const said = gaps.slice(0, MOST).map(({ what, why }) => ({ what, why: translate(gapSaid(why)) }));
  if (gaps.length <= MOST) return said;
  const count = gaps.length - MOST;
  return [...said, { what: translate(say('gap.more', { count })), why: translate(say('gap.more-why')) }];
}
