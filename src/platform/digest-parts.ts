import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { unreadable } from '../domain/fact.ts';
import type { ByteSource, DigestWanted } from '../domain/machine.ts';
import { streamOf } from './digest.ts';

type Sum = { readonly add: (bytes: Buffer) => void; readonly end: () => string };

/**
 * Several sums of parts of one source, in one pass, in the order asked; `range`s count within what the source means.
 * `onBytes` hears how many bytes are done. Throws as the file system does; `Unobservable` for a broken DEFLATE stream.
 */
export async function digestParts(
  source: ByteSource,
  wanted: readonly DigestWanted[],
  onBytes?: (done: number) => void,
): Promise<readonly string[]> {
  const sums = wanted.map(({ kind, range }) => ({ from: range?.offset ?? 0, to: endOf(range), sum: sumOf(kind) }));
  let done = 0;
  try {
    for await (const chunk of (await streamOf(source)) as AsyncIterable<Buffer>) {
      for (const { from, to, sum } of sums) {
        if (from < done + chunk.length && to > done) sum.add(chunk.subarray(Math.max(0, from - done), to - done));
      }
      done += chunk.length;
      onBytes?.(done);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) throw unreadable(source.path, code);
    throw error;
  }
  return sums.map(({ sum }) => sum.end());
}

const endOf = (range: DigestWanted['range']): number => (range ? range.offset + range.length : Infinity);

function sumOf(kind: DigestWanted['kind']): Sum {
  switch (kind) {
    case 'sha256':
    case 'md5': {
      const hash = createHash(kind);
      return { add: (bytes) => hash.update(bytes), end: () => hash.digest('hex') };
    }
    case 'crc32': {
      let value = 0;
      const add = (bytes: Buffer): void => {
        value = crc32(bytes, value);
      };
      return { add, end: () => value.toString(16).padStart(8, '0') };
    }
    case 'cksum':
      return posixSum();
  }
}

const CKSUM_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & 0x80000000 ? 0x04c11db7 : 0);
  return value;
});

/** POSIX cksum: a CRC, most significant bit first, with the length's bytes after the data's. */
function posixSum(): Sum {
  let value = 0;
  let length = 0;
  const byteIn = (byte: number): void => {
    value = (value << 8) ^ (CKSUM_TABLE[((value >>> 24) ^ byte) & 0xff] ?? 0);
  };
  return {
    add: (bytes) => {
      for (const byte of bytes) byteIn(byte);
      length += bytes.length;
    },
    end: () => {
      for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) byteIn(rest % 256);
      return String(~value >>> 0);
    },
  };
}
