import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { unreadable } from '../domain/fact.ts';
import type { ByteSource, DigestKind } from '../domain/machine.ts';

// node:crypto and node:zlib are loaded when first needed: `detect` digests nothing and must start at once.

/** The bytes that a source means, as a stream. */
export async function streamOf({ path, range, deflated }: ByteSource): Promise<Readable> {
  const part = range && { start: range.offset, end: range.offset + range.length - 1 };
  if (range?.length === 0) return streamOfNothing(path);
  const file = createReadStream(path, { ...part, highWaterMark: 1024 * 1024 });
  if (!deflated) return file;
  const { createInflateRaw } = await import('node:zlib');
  const inflated = createInflateRaw();
  file.on('error', (error) => inflated.destroy(error));
  return file.pipe(inflated);
}

/** createReadStream has no way to say "no bytes"; that the file can be opened is asked all the same. */
const streamOfNothing = (path: string): Readable => createReadStream(path, { start: Number.MAX_SAFE_INTEGER - 1 });

/** Lower-case hex. `onBytes` hears how many bytes are done. Throws as the file system does; `Unobservable` for a broken DEFLATE stream. */
export async function digestFile(
  source: ByteSource,
  kind: DigestKind,
  onBytes?: (done: number) => void,
): Promise<string> {
  const sum = kind === 'crc32' ? await crcSum() : await hashSum(kind);
  let done = 0;
  try {
    for await (const chunk of (await streamOf(source)) as AsyncIterable<Buffer>) {
      sum.add(chunk);
      done += chunk.length;
      onBytes?.(done);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) throw unreadable(source.path, code);
    throw error;
  }
  return sum.end();
}

type Sum = { readonly add: (chunk: Buffer) => void; readonly end: () => string };

async function hashSum(kind: 'sha256' | 'md5'): Promise<Sum> {
  const { createHash } = await import('node:crypto');
  const hash = createHash(kind);
  return { add: (chunk) => hash.update(chunk), end: () => hash.digest('hex') };
}

async function crcSum(): Promise<Sum> {
  const { crc32 } = await import('node:zlib');
  let value = 0;
  return {
    add: (chunk) => {
      value = crc32(chunk, value);
    },
    end: () => value.toString(16).padStart(8, '0'),
  };
}
