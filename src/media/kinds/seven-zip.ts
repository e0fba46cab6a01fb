/** The beginning and the end of a 7z archive (7-Zip, DOC/7zFormat.txt), which a self-extractor carries. What is packed is not read. */
import type { ByteRange } from '../../domain/machine.ts';

export type SevenZip = {
  /** Where it begins and ends in the file. */
  readonly begin: number;
  readonly end: number;
  /** Its table of contents, at its end. */
  readonly contents: ByteRange;
  readonly contentsCrc32: number;
  /** What NVIDIA's self-extractor is told to do, if anything stands before the archive. */
  readonly config: string;
};

const MAGIC = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c];
const HEADER_BYTES = 32;

function magicIn(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x37); at !== -1; at = bytes.indexOf(0x37, at + 1))
    if (MAGIC.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** `bytes`: what follows the program, from `offset` of the file on. Null: there is no such archive. */
export function sevenZipIn(bytes: Uint8Array, offset: number): SevenZip | null {
  const at = magicIn(bytes);
  if (at === -1 || at + HEADER_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES);
  const begin = offset + at;
  const contents = {
    offset: begin + HEADER_BYTES + Number(view.getBigUint64(12, true)),
    length: Number(view.getBigUint64(20, true)),
  };
  return {
    begin,
    end: contents.offset + contents.length,
    contents,
    contentsCrc32: view.getUint32(28, true),
    config: /;!@Install@!UTF-8!([\s\S]{0,20000}?);!@InstallEnd@!/.exec(new TextDecoder().decode(bytes.subarray(0, at)))?.[1] ?? '',
  };
}

/** CRC-32 (ISO 3309), as zip and 7z have it. */
export function crc32Of(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
