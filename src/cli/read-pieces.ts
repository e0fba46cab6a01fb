import type { Piece } from '../artifacts/index.ts';
import { BUDGET, sift } from '../artifacts/sift.ts';
import type { Gap } from '../domain/gap.ts';
import type { Pieces } from '../engine/recorded-source.ts';
import { openedSource } from '../platform/opened-source.ts';

/** What lies at a path (`-`: standard input), in bounded memory; undefined where there is nothing. */
export async function readPieces(path: string): Promise<Pieces | undefined> {
  const items = await openedSource(path);
  if (items === undefined) return undefined;
  const pieces: Piece[] = [];
  const gaps: Gap[] = [];
  const budget = { left: BUDGET };
  for await (const item of items) {
    if (item.kind === 'gap') {
      gaps.push(item.gap);
      continue;
    }
    const sifted = await sift(item.name, item.chunks, budget);
    if (sifted.piece) pieces.push(sifted.piece);
    gaps.push(...sifted.gaps);
  }
  return { pieces, gaps };
}
