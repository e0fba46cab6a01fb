/**
 * Whether a zstd stream ends where its file does, by hopping from block to block without unpacking (RFC 8878, sections 3.1.1 and 3.1.2).
 * NVIDIA's header states no size, and its newer drivers are one such stream to the file's end.
 */
import type { OpenedFile } from '../opened-file.ts';

const MAGIC = 0xfd2fb528;
const DICTIONARY_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
const LONGEST_HEADER = 18;

const numberIn = (bytes: Uint8Array): number => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

/** Bytes before the first block, and after the last. Null where this is no zstd frame. */
function frameOf(bytes: Uint8Array): { readonly header: number; readonly checksum: number } | null {
  const descriptor = bytes[4];
  if (numberIn(bytes.subarray(0, 4)) !== MAGIC || descriptor === undefined) return null;
  const single = (descriptor >> 5) & 1;
  const sizeField = descriptor >> 6;
  const contentSize = sizeField === 0 ? single : (CONTENT_SIZE_BYTES[sizeField] ?? 0);
  const dictionary = DICTIONARY_BYTES[descriptor & 3] ?? 0;
  return { header: 5 + (1 - single) + dictionary + contentSize, checksum: (descriptor >> 2) & 1 ? 4 : 0 };
}

type Block = { readonly last: boolean; readonly length: number };

/** Null for a block of the reserved kind 3. A run-length block (kind 1) holds one byte, whatever length it stands for. */
async function blockAt(file: OpenedFile, offset: number): Promise<Block | null> {
  const word = numberIn((await file.part({ offset, length: 3 })) ?? new Uint8Array());
  const kind = (word >> 1) & 3;
  return kind === 3 ? null : { last: (word & 1) === 1, length: 3 + (kind === 1 ? 1 : word >> 3) };
}

/** `'cut'`: the file ends within the stream. `'whole'`: both end together. `'unknown'`: no zstd, or its blocks make no sense. */
export async function zstdEnd(file: OpenedFile, offset: number): Promise<'whole' | 'cut' | 'unknown'> {
  const frame = frameOf((await file.part({ offset, length: LONGEST_HEADER })) ?? new Uint8Array());
  if (frame === null) return 'unknown';
  for (let at = offset + frame.header; at + 3 <= file.sizeBytes;) {
    const block = await blockAt(file, at);
    if (block === null) return 'unknown';
    at += block.length;
    const end = at + frame.checksum;
    if (block.last && end === file.sizeBytes) return 'whole';
    if (block.last) return end > file.sizeBytes ? 'cut' : 'unknown';
  }
  return 'cut';
}
