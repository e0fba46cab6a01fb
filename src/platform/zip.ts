/**
 * Opens a zip that somebody else made. Nothing is written: entries are streams. No name leads out of it, no link is followed, and
 * what an entry unpacks to is counted, not believed.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Chunks, Gap, GapReason } from '../domain/gap.ts';
import { through } from './through.ts';
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
  /** Its content; ends with the reason where a limit is met or the bytes are damaged: what came before was good. */
  readonly chunks: () => Chunks;
};

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

async function* packed(path: string, entry: Listed): Chunks {
  const file = await open(path, 'r');
  const start = await packedStart(file, entry).finally(() => file.close());
  if (start === undefined) return { kind: 'damaged' };
  if (entry.packedBytes > 0) yield* createReadStream(path, { start, end: start + entry.packedBytes - 1 });
  return null;
}

const plain = (path: string, entry: Listed): Chunks =>
  entry.method === 0 ? packed(path, entry) : through(createInflateRaw({ chunkSize: 256 * 1024 }), packed(path, entry));

async function* counted(path: string, entry: Listed, meter: Meter, limits: ZipLimits): Chunks {
  let [size, sum] = [0, 0];
  const chunks = plain(path, entry);
  let next = await chunks.next();
  try {
    for (; next.done !== true; next = await chunks.next()) {
      size += next.value.length;
      meter.unpacked += next.value.length;
      if (size > RATIO_FROM && size > entry.packedBytes * limits.ratio) return { kind: 'bomb', ratio: limits.ratio };
      if (meter.unpacked > limits.totalBytes)
        return { kind: 'too-large', limitMiB: Math.round(limits.totalBytes / 1024 ** 2) };
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    await chunks.return(null);
  }
  return next.value ?? (size === entry.sizeBytes && sum === entry.crc ? null : { kind: 'damaged' });
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
