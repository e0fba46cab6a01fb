/** What a path holds, as named streams of bytes: a file, a folder, a zip, standard input; gzip is unpacked. What it is, its first bytes say. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Chunks, Gap, GapReason } from '../domain/gap.ts';
import { filesUnder } from './files-under.ts';
import { bounded } from './bounded.ts';
import { through } from './through.ts';
import { openZip } from './zip.ts';

export type Item =
  | { readonly kind: 'stream'; readonly name: string; readonly chunks: Chunks }
  | { readonly kind: 'gap'; readonly gap: Gap };

const CHUNK = 1024 * 1024;
/** Where the bytes are damaged, what was unpacked of a chunk is lost with it. */
const UNPACKED = 16 * 1024;

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const isGzip = (head: Uint8Array): boolean => startsWith(head, 0x1f, 0x8b, 8);
const isZip = (head: Uint8Array): boolean =>
  startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6) || startsWith(head, 0x50, 0x4b, 7, 8);

async function* fromStream(stream: AsyncIterable<Uint8Array | string>): Chunks {
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    return null;
  } catch (error) {
    // Expected: no permission, a folder that went away, a disk that cannot be read.
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { kind: code === 'EACCES' || code === 'EPERM' ? 'denied' : 'damaged' };
  }
}

/** The first chunk that is large enough to judge by, and all chunks, that one too. */
async function peeked(chunks: Chunks): Promise<{ readonly head: Uint8Array; readonly whole: Chunks }> {
  const first: Uint8Array[] = [];
  let next = await chunks.next();
  for (let size = 0; next.done !== true; next = await chunks.next()) {
    first.push(next.value);
    size += next.value.length;
    if (size >= 512) break;
  }
  const last = next;
  async function* whole(): Chunks {
    try {
      yield* first;
      return last.done === true ? last.value : yield* chunks;
    } finally {
      await chunks.return(null);
    }
  }
  return { head: Buffer.concat(first.slice(0, 8)).subarray(0, 1024), whole: whole() };
}

/** A file that is packed by gzip is what it was packed from. */
async function unpacked(name: string, chunks: Chunks): Promise<Item> {
  const { head, whole } = await peeked(chunks);
  return {
    kind: 'stream',
    name,
    chunks: bounded(isGzip(head) ? through(createGunzip({ chunkSize: UNPACKED }), whole) : whole),
  };
}

const gap = (what: string, why: GapReason): Item => ({ kind: 'gap', gap: { what, why } });

async function* inZip(path: string): AsyncGenerator<Item> {
  const opened = await openZip(path);
  if (opened === undefined) {
    yield gap(path, { kind: 'cut-off' });
    return;
  }
  for (const each of opened.gaps) yield { kind: 'gap', gap: each };
  for (const { name, chunks } of opened.entries) yield await unpacked(name, chunks());
}

async function* inFolder(path: string): AsyncGenerator<Item> {
  const { files, gaps } = await filesUnder(path);
  for (const each of gaps) yield { kind: 'gap', gap: each };
  for (const { name, file } of files)
    yield await unpacked(name, fromStream(createReadStream(file, { highWaterMark: CHUNK })));
}

async function* inFile(path: string): AsyncGenerator<Item> {
  const { head, whole } = await peeked(fromStream(createReadStream(path, { highWaterMark: CHUNK })));
  if (!isZip(head) || !(await stat(path)).isFile()) {
    yield await unpacked(path, whole);
    return;
  }
  await whole.return(null);
  yield* inZip(path);
}

/** Undefined where there is nothing at `path` (`-`: standard input). Names are relative to a folder or zip. */
export async function openedSource(path: string): Promise<AsyncGenerator<Item> | undefined> {
  if (path === '-')
    return (async function* () {
      yield await unpacked('-', fromStream(process.stdin));
    })();
  try {
    return (await stat(path)).isDirectory() ? inFolder(path) : inFile(path);
  } catch (error) {
    // Expected: no such path. Anything else is told as it is.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
