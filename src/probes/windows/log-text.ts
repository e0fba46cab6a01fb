/** Logs of programs on Windows: in UTF-16 with or without a mark, in UTF-8, or in the machine's code page. */
import type { Observer } from '../../domain/machine.ts';

/** Of a log of any length its end says how it ended. Even, so that UTF-16 is not cut within a letter. */
const TAIL_BYTES = 64 * 1024;

const isUtf16 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 400);
  // Of ASCII in UTF-16 every other byte is zero; no other encoding of text has zeros.
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || sample.filter((byte) => byte === 0).length > sample.length / 10;
};

function decoded(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Expected: a code page. What is ASCII in it can be read.
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** The last lines that are not empty; undefined: there is no such file. */
export async function logTail(machine: Observer, path: string): Promise<readonly string[] | undefined> {
  const sizeBytes = (await machine.status(path))?.sizeBytes;
  if (sizeBytes === undefined) return undefined;
  const offset = Math.max(0, sizeBytes - TAIL_BYTES);
  const bytes = await machine.readBytes(path, { offset: offset - (offset % 2), length: TAIL_BYTES + 2 });
  if (bytes === undefined) return undefined;
  const lines = decoded(bytes)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\ufeff/, '').trimEnd())
    .filter((line) => line.trim() !== '');
  return offset === 0 ? lines : lines.slice(1);
}
