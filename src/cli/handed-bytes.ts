import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pieces } from '../engine/recorded-source.ts';
import { readPieces } from './read-pieces.ts';

/** What bytes hold that came without a path: read as a file is, by way of one that nobody else can read. */
export async function piecesIn(name: string, bytes: Uint8Array): Promise<Pieces> {
  const folder = await mkdtemp(join(tmpdir(), 'gpu-guest-'));
  const path = join(folder, 'given');
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    const { pieces, gaps } = (await readPieces(path)) ?? { pieces: [], gaps: [] };
    return {
      pieces: pieces.map((piece) => (piece.name === path ? { ...piece, name } : piece)),
      gaps: gaps.map((gap) => (gap.what === path ? { ...gap, what: name } : gap)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
