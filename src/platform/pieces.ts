/** Reads what a path holds as named pieces of bytes: a file, a folder of files, or standard input; gzip is unpacked. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

export type Piece = { readonly name: string; readonly bytes: Uint8Array };

/** What a text source may be at most, packed and unpacked: bug reports are up to 6 MB, folders of tickets more. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 500;
const DEPTH = 3;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpacked = (bytes: Buffer): Uint8Array =>
  isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;

const pieceAt = async (path: string, name: string): Promise<Piece> => ({
  name,
  bytes: unpacked(await buffer(createReadStream(path, { end: MOST_BYTES }))),
});

async function filesUnder(folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(async (entry): Promise<string[]> => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return depth < DEPTH ? filesUnder(path, depth + 1) : [];
        return entry.isFile() ? [path] : [];
      }),
  );
  return nested.flat();
}

/** The pieces at a path (`-`: standard input), or undefined where there is nothing. */
export async function piecesAt(path: string): Promise<readonly Piece[] | undefined> {
  if (path === '-') return [{ name: '-', bytes: unpacked(await buffer(process.stdin)) }];
  try {
    const status = await stat(path);
    if (!status.isDirectory()) return [await pieceAt(path, path)];
    const files = await filesUnder(path);
    return await Promise.all(
      files.slice(0, MOST_FILES).map((file) => pieceAt(file, file.slice(path.length).replace(/^\//, ''))),
    );
  } catch (error) {
    // Expected: no such path. Anything else (no permission, a broken gzip) is told as it is.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
