/** The central directory of a zip (APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3), zip64 included. */
import type { OpenedFile } from '../opened-file.ts';

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Lower-case hex of eight digits. */
  readonly crc32: string;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly headerOffset: number;
};

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record's 22 bytes and the longest comment. */
const END_SEARCH = 22 + 65_535;
const DIRECTORY_LIMIT = 8 * 1024 * 1024;
const IN_ZIP64 = 0xffffffff;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function partOf(file: OpenedFile, offset: number, length: number): Promise<DataView | null> {
  if (offset < 0 || length < 0 || offset + length > file.sizeBytes) return null;
  const bytes = await file.part({ offset, length });
  return bytes?.length === length ? viewOf(bytes) : null;
}

type Directory = { readonly offset: number; readonly length: number };

async function directoryPlace(file: OpenedFile): Promise<Directory | null> {
  const length = Math.min(END_SEARCH, file.sizeBytes);
  const from = file.sizeBytes - length;
  const tail = await partOf(file, from, length);
  if (tail === null) return null;
  for (let at = length - 22; at >= 0; at--) {
    // A comment that is not as long as stated: the number stands there by chance.
    if (tail.getUint32(at, true) !== END || at + 22 + tail.getUint16(at + 20, true) !== length) continue;
    const place = { offset: tail.getUint32(at + 16, true), length: tail.getUint32(at + 12, true) };
    const plain = place.offset !== IN_ZIP64 && place.length !== IN_ZIP64;
    return plain ? place : await directoryPlace64(file, from + at - 20);
  }
  return null;
}

async function directoryPlace64(file: OpenedFile, locatorAt: number): Promise<Directory | null> {
  const locator = await partOf(file, locatorAt, 20);
  if (locator?.getUint32(0, true) !== END64_LOCATOR) return null;
  const end = await partOf(file, Number(locator.getBigUint64(8, true)), 56);
  if (end?.getUint32(0, true) !== END64) return null;
  return { offset: Number(end.getBigUint64(48, true)), length: Number(end.getBigUint64(40, true)) };
}

/** The entries in their order; null where the directory is not there: a zip that is cut, or no zip. */
export async function zipEntries(file: OpenedFile): Promise<readonly ZipEntry[] | null> {
  const place = await directoryPlace(file);
  if (place === null || place.length > DIRECTORY_LIMIT) return null;
  const view = await partOf(file, place.offset, place.length);
  if (view === null) return null;
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= view.byteLength;) {
    if (view.getUint32(at, true) !== ENTRY) return null;
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const next = at + 46 + name + extra + comment;
    if (next > view.byteLength) return null;
    entries.push(entryAt(view, at, name, extra));
    at = next;
  }
  return entries;
}

function entryAt(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const short = (offset: number): number => view.getUint32(at + offset, true);
  // What does not fit into 32 bits stands in the extra field 0x0001, in this order, and only what does not fit.
  const long = zip64Numbers(view, at + 46 + nameLength, extraLength);
  const full = (offset: number): number => (short(offset) === IN_ZIP64 ? (long.shift() ?? Number.NaN) : short(offset));
  const [sizeBytes, packedBytes, headerOffset] = [full(24), full(20), full(42)];
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  return {
    name: new TextDecoder().decode(name),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc32: short(16).toString(16).padStart(8, '0'),
    packedBytes,
    sizeBytes,
    headerOffset,
  };
}

function zip64Numbers(view: DataView, offset: number, length: number): number[] {
  for (let at = offset; at + 4 <= offset + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const count = Math.floor(Math.min(size, offset + length - at - 4) / 8);
      return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + i * 8, true)));
    }
    at += 4 + size;
  }
  return [];
}

/** Where the packed bytes of an entry are; null where they are not all there. */
export async function entryRange(
  file: OpenedFile,
  { headerOffset, packedBytes }: ZipEntry,
): Promise<{ readonly offset: number; readonly length: number } | null> {
  const header = await partOf(file, headerOffset, 30);
  if (header?.getUint32(0, true) !== LOCAL) return null;
  const offset = headerOffset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return offset + packedBytes <= file.sizeBytes ? { offset, length: packedBytes } : null;
}
