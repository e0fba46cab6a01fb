/** Why a driver branch supports a card or does not (`catalog/branches.ts`, `catalog/catalog-gpu.ts`), as a sentence. */
import { say, type Said } from './say.ts';

type Because =
  | {
      readonly kind: 'listed' | 'inferred' | 'not-listed' | 'by-architecture' | 'newer-than-the-lists' | 'unknown-card';
    }
  | { readonly kind: 'since' | 'until'; readonly version: string }
  | { readonly kind: 'dropped'; readonly last: number }
  | { readonly kind: 'older-than-the-card'; readonly first: number }
  | { readonly kind: 'type-gone'; readonly last: string };

export function supportWords(gpu: string, branch: number, because: Because): Said {
  if ('version' in because) return say(`choice.support.${because.kind}`, { gpu, branch, version: because.version });
  if ('first' in because) return say('choice.support.older-than-the-card', { gpu, branch, first: because.first });
  if ('last' in because)
    return because.kind === 'dropped'
      ? say('choice.support.dropped', { gpu, branch, last: because.last })
      : say('choice.type.gone', { type: gpu, branch, last: because.last });
  return because.kind === 'unknown-card'
    ? say('choice.support.unknown-card', { gpu })
    : say(`choice.support.${because.kind}`, { gpu, branch });
}
