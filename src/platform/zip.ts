/**
 * Opens a zip that somebody else made. Nothing is written: entries are streams. No name leads out of it, no link is followed, and
 * what an entry unpacks to is counted, not believed.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Gap, GapReason } from '../domain/gap.ts';
import { packedStart, zipDirectory, type Listed } from './zip-directory.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Of all entries together, unpacked. */
  readonly totalBytes: number;
  /** Of an entry: unpacked bytes to packed ones; asked from 16 MiB on, since a short log of equal lines packs as well. */
  readonly ratio: number;
};

export const ZIP_LIMITS: ZipLimits = { entries: 5000, totalBytes: 1024 ** 3, ratio: 400 };
const RATIO_FROM = 16 * 1024 * 1024;

export type ZipEntry = {
  /** Relative, with `/`, never with `..`. */
  readonly name: string;
  /** As claimed. */
  readonly sizeBytes: number;
  /** Its content. Throws `ZipTrouble` where a limit is met or the bytes are damaged; what came before was good. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
};

export class ZipTrouble extends Error {
  override readonly name = 'ZipTrouble';
  readonly reason: GapReason;

  constructor(reason: GapReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

const IS_LINK = 0o120000;
const KIND = 0o170000;

/** Windows' tools write `\`; a name of another root, or that climbs, is nobody's. */
export function safeName(name: string): string | undefined {
  const path = name.replaceAll('\\', '/');
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\0')) return undefined;
  return path.split('/').includes('..') ? undefined : path.replace(/^(\.\/)+/, '');
}

function refusal(entry: Listed): GapReason | undefined {
  if (safeName(entry.name) === undefined) return { kind: 'outside' };
  if ((entry.unixMode & KIND) === IS_LINK) return { kind: 'link' };
  if (entry.encrypted) return { kind: 'encrypted' };
  return entry.method === 0 || entry.method === 8 ? undefined : { kind: 'packing', method: entry.method };
}

/** Counts what all entries of one zip unpack to. */
type Meter = { unpacked: number };

async function* packed(path: string, entry: Listed): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  const start = await packedStart(file, entry).finally(() => file.close());
  if (start === undefined) throw new ZipTrouble({ kind: 'damaged' });
  if (entry.packedBytes > 0) yield* createReadStream(path, { start, end: start + entry.packedBytes - 1 });
}

async function* plain(path: string, entry: Listed): AsyncGenerator<Buffer> {
  if (entry.method === 0) {
    yield* packed(path, entry);
    return;
  }
  const inflate = createInflateRaw();
  const pump = (async () => {
    try {
      for await (const chunk of packed(path, entry)) {
        if (inflate.destroyed) return;
        if (!inflate.write(chunk)) await new Promise<void>((done) => inflate.once('drain', done).once('close', done));
      }
      inflate.end();
    } catch (error) {
      inflate.destroy(error as Error);
    }
  })();
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    // Expected: bytes that are no DEFLATE stream, or that end early.
    if (error instanceof ZipTrouble) throw error;
    throw new ZipTrouble({ kind: (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'cut-off' : 'damaged' });
  } finally {
    inflate.destroy();
    await pump;
  }
}

async function* counted(path: string, entry: Listed, meter: Meter, limits: ZipLimits): AsyncGenerator<Uint8Array> {
  let [size, sum] = [0, 0];
  for await (const chunk of plain(path, entry)) {
    size += chunk.length;
    meter.unpacked += chunk.length;
    if (size > RATIO_FROM && size > entry.packedBytes * limits.ratio)
      throw new ZipTrouble({ kind: 'bomb', ratio: limits.ratio });
    if (meter.unpacked > limits.totalBytes)
      throw new ZipTrouble({ kind: 'too-large', limitMiB: Math.round(limits.totalBytes / 1024 ** 2) });
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.sizeBytes || sum !== entry.crc) throw new ZipTrouble({ kind: 'damaged' });
}

export type OpenedZip = { readonly entries: readonly ZipEntry[]; readonly gaps: readonly Gap[] };

/** The files in a zip, in its order, and what is not given out, with the reason. Undefined where the bytes at `path` are no whole zip. */
export async function openZip(path: string, limits: ZipLimits = ZIP_LIMITS): Promise<OpenedZip | undefined> {
  const file = await open(path, 'r');
  const listed = await zipDirectory(file, limits.entries).finally(() => file.close());
  if (listed === undefined) return undefined;
  const files = listed.slice(0, limits.entries).filter(({ name }) => !/[/\\]$/.test(name));
  const meter: Meter = { unpacked: 0 };
  const gaps = files.flatMap((entry): Gap[] => {
    const why = refusal(entry);
    return why === undefined ? [] : [{ what: entry.name, why }];
  });
  const entries = files
    .filter((entry) => refusal(entry) === undefined)
    .map((entry): ZipEntry => ({
      name: safeName(entry.name) ?? '',
      sizeBytes: entry.sizeBytes,
      chunks: () => counted(path, entry, meter, limits),
    }));
  const tooMany: Gap = { what: path, why: { kind: 'too-many', limit: limits.entries } };
  return { entries, gaps: listed.length > limits.entries ? [...gaps, tooMany] : gaps };
}
