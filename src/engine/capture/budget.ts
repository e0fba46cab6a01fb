/** How much a capture takes. */
import type { CaptureManifest } from '../../domain/capture.ts';
import type { Ignorance } from '../../domain/fact.ts';

/** A file of the capture; names are relative, with `/`. */
export type CaptureEntry = { readonly name: string; readonly text: string };

export type SizeLimits = {
  /** Characters of one stream or file, and of all of them together. */
  readonly stream: number;
  readonly whole: number;
};

export type Truncated = CaptureManifest['truncated'][number];

/** What may still be taken. `cut`: the text, or its beginning. */
export type Budget = {
  readonly cut: (what: string, text: string) => { readonly text: string; readonly isCut: boolean };
};

export function budgetOf({ stream, whole }: SizeLimits, truncated: Truncated[]): Budget {
  let left = whole;
  return {
    cut: (what, text) => {
      const room = Math.min(stream, left);
      const kept = text.length <= room ? text : text.slice(0, text.lastIndexOf('\n', room) + 1);
      left -= kept.length;
      if (kept.length < text.length) truncated.push({ what, keptBytes: kept.length, ofBytes: text.length });
      return { text: kept, isCut: kept.length < text.length };
    },
  };
}

/** What is not whole answers nothing. */
export const cutOff = (what: string): Ignorance => ({
  kind: 'unreadable',
  source: what,
  excerpt: 'cut: more than a capture takes',
});
