import type { Gunzip, InflateRaw } from 'node:zlib';
import type { Chunks, GapReason } from '../domain/gap.ts';

/** A stream that ends early has given all that could be unpacked of it. */
const reasonOf = (error: unknown): GapReason => ({
  kind: (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'cut-off' : 'damaged',
});

/** What `packed` unpacks to, as it comes: no more than a few chunks are held at a time, and none where the reader stops. */
export async function* through(unpacker: Gunzip | InflateRaw, packed: Chunks): Chunks {
  let trouble = null as GapReason | null;
  const pump = (async () => {
    let next = await packed.next();
    while (next.done !== true && !unpacker.destroyed) {
      if (!unpacker.write(next.value))
        await new Promise<void>((done) => unpacker.once('drain', done).once('close', done));
      next = await packed.next();
    }
    if (next.done === true) trouble = next.value;
    unpacker.end();
  })();
  pump.catch((error: unknown) => unpacker.destroy(error as Error));
  try {
    yield* unpacker as AsyncIterable<Buffer>;
    await pump;
    return trouble;
  } catch (error) {
    // Expected: bytes that are not packed so, or that end early. Anything else is the reader's.
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_') !== true) throw error;
    return trouble ?? reasonOf(error);
  } finally {
    unpacker.destroy();
    await packed.return(null);
  }
}
