/** The list of contents of a zip, from its end (APPNOTE 6.3, 4.3.12 and 4.3.14–4.3.16). Nothing in it is believed: see `zip.ts`. */
import type { FileHandle } from 'node:fs/promises';

/** Sizes and offsets as the archive claims them. */
export type Listed = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly offset: number;
  /** The upper half of Unix' `st_mode`; 0 where another system made it. */
  readonly unixMode: number;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Of a directory of 65 535 entries with long names. */
const MOST_DIRECTORY = 32 * 1024 * 1024;

const part = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
  return bytes.subarray(0, bytesRead);
};

type Place = { readonly offset: number; readonly length: number };

async function place64(file: FileHandle, endAt: number): Promise<Place | undefined> {
  const locator = await part(file, endAt - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return undefined;
  const record = await part(file, Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) return undefined;
  return { length: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
}

async function placeOf(file: FileHandle, size: number): Promise<Place | undefined> {
  const from = Math.max(0, size - 65_557);
  const tail = await part(file, from, size - from);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    const large = length === 0xffffffff || offset === 0xffffffff || tail.readUInt16LE(at + 10) === 0xffff;
    return (large ? await place64(file, from + at) : undefined) ?? { length, offset };
  }
  return undefined;
}

/** The extra field 1 holds what did not fit in 32 bits, in this order. */
function wide(extra: Buffer, values: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    return values.map((value) => {
      if (value !== 0xffffffff || next + 8 > field.length) return value;
      next += 8;
      return Number(field.readBigUInt64LE(next - 8));
    });
  }
  return values;
}

function entryAt(bytes: Buffer, at: number): { readonly entry: Listed; readonly end: number } | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
  const flags = bytes.readUInt16LE(at + 8);
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const extra = bytes.subarray(nameEnd, extraEnd);
  const [sizeBytes = 0, packedBytes = 0, offset = 0] = wide(extra, [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ]);
  const entry = {
    name: bytes.subarray(at + 46, nameEnd).toString((flags & 0x800) !== 0 ? 'utf8' : 'latin1'),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (flags & 1) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packedBytes,
    sizeBytes,
    offset,
    unixMode: bytes.readUInt16LE(at + 40),
  };
  return { entry, end: extraEnd + bytes.readUInt16LE(at + 32) };
}

/** What the archive says it holds, at most `limit + 1` entries; undefined where the bytes are no zip, or have lost their end. */
export async function zipDirectory(file: FileHandle, limit: number): Promise<readonly Listed[] | undefined> {
  const place = await placeOf(file, (await file.stat()).size);
  if (place === undefined || place.length > MOST_DIRECTORY) return undefined;
  const bytes = await part(file, place.offset, place.length);
  const entries: Listed[] = [];
  let next = entryAt(bytes, 0);
  while (next !== undefined && entries.length <= limit) {
    entries.push(next.entry);
    next = entryAt(bytes, next.end);
  }
  return entries.length === 0 && place.length > 0 ? undefined : entries;
}

/** Where an entry's packed bytes begin; undefined where there is no entry. */
export async function packedStart(file: FileHandle, { offset }: Listed): Promise<number | undefined> {
  const head = await part(file, offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return undefined;
  return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}
