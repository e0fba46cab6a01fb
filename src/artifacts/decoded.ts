/** Bytes as text, whatever the encoding. Undefined for what is no text. */
import { encodingOf } from './encoding.ts';

/** Enough to judge by, also where the first accent comes late. */
const SAMPLE = 1024 * 1024;

/** Journals and bug reports carry a few NULs; a binary file carries many bytes that no terminal prints. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  const odd = sample.match(/[\u0000-\u0007\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 20;
}

export function decoded(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes.subarray(0, SAMPLE))).decode(bytes);
  return isBinary(text) ? undefined : text.replace(/^\ufeff/, '');
}
