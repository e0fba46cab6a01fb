import type { GapReason } from '../domain/gap.ts';

/** Bytes at the beginning of what is no text. */
const FORMATS: readonly (readonly [string, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 8]],
  ['zip', [0x50, 0x4b, 3, 4]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['lz4', [4, 0x22, 0x4d, 0x18]],
];

/** tar has its name after the first file's header fields. */
const isTar = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar';

/** What bytes are that are no text. */
export function formatOf(bytes: Uint8Array): GapReason {
  if (isTar(bytes)) return { kind: 'archive', format: 'tar' };
  const format = FORMATS.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte))?.[0];
  return format === undefined ? { kind: 'no-text' } : { kind: 'archive', format };
}
