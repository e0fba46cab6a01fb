/** Bytes as text: UTF-8, or UTF-16 with or without its mark (PowerShell's `>` writes it). Undefined for what is no text. */

const strict = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding: the answer, not an error.
    return undefined;
  }
};

const share = (bytes: Uint8Array, where: (index: number) => boolean): number => {
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.filter((byte, index) => byte === 0 && where(index)).length;
  return sample.length === 0 ? 0 : zeros / (sample.length / 2);
};

/** Half of the bytes of Western text in UTF-16 are zero, all at odd (little endian) or all at even places. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = [share(bytes, (index) => index % 2 === 0), share(bytes, (index) => index % 2 === 1)];
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : undefined;
}

/** Journals and bug reports carry a few NULs; a binary file carries many bytes that no terminal prints. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);

  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length / 20;
}

export function decoded(bytes: Uint8Array): string | undefined {
  const wide = utf16(bytes);
  const text = wide
    ? new TextDecoder(wide).decode(bytes)
    : (strict('utf-8', bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  return isBinary(text) ? undefined : text.replace(/^\ufeff/, '');
}
