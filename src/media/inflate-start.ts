/** The first bytes of what is inside compressed bytes, of which only the first may be at hand. */

/**
 * At most `limit` bytes. Compressed bytes that end early or are spoilt give what could be had before that: possibly none.
 * `deflate-raw` is what a zip entry holds.
 */
export async function inflateStart(
  bytes: Uint8Array,
  format: 'gzip' | 'deflate-raw',
  limit: number,
): Promise<Uint8Array> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  // Both fail when the bytes end early, which is expected; the reader fails with them.
  writer.write(Uint8Array.from(bytes)).catch(() => undefined);
  writer.close().catch(() => undefined);
  const chunks = await readUpTo(stream.readable.getReader() as ChunkReader, limit);
  return joined(chunks, limit);
}

type ChunkReader = {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<void>;
};

async function readUpTo(reader: ChunkReader, limit: number): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  // The stream tells of an early end by throwing, after it has given all that it had.
  try {
    while (total < limit) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return chunks;
      chunks.push(value);
      total += value.length;
    }
    await reader.cancel();
  } catch {
    return chunks;
  }
  return chunks;
}

function joined(chunks: readonly Uint8Array[], limit: number): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.subarray(0, limit);
}
