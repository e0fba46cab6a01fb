/** In which encoding a text is written, judged by its first bytes. */

const reads = (label: string, bytes: Uint8Array): boolean => {
  try {
    // `stream`: the sample may end within a character.
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // Not in this encoding: the answer, not an error.
    return false;
  }
};

const zeros = (bytes: Uint8Array, at: 0 | 1): number =>
  bytes.filter((byte, index) => byte === 0 && index % 2 === at).length / (bytes.length / 2);

/** Half of the bytes of Western text in UTF-16 are zero, all at odd (little endian) or all at even places. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4) return undefined;
  const sample = bytes.subarray(0, 4096);
  const [even, odd] = [zeros(sample, 0), zeros(sample, 1)];
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : undefined;
}

/** Pairs of bytes outside ASCII: how many there are, and in how many the first is in `lead` and the second in `trail`. */
function pairs(bytes: Uint8Array, lead: (byte: number) => boolean, trail: (byte: number) => boolean) {
  let [all, fitting] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    all++;
    if (lead(byte) && trail(bytes[at + 1] ?? 0)) fitting++;
    at++;
  }
  return all === 0 ? 0 : fitting / all;
}

const isHigh = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe;

/** Japanese is full of kana, which lie in one or two rows of each encoding; Chinese in GB 2312 has both bytes in the upper half. */
function eastAsian(bytes: Uint8Array): string | undefined {
  const kana = {
    sjis: (byte: number) => byte === 0x82 || byte === 0x83,
    euc: (byte: number) => byte === 0xa4 || byte === 0xa5,
  };
  if (reads('shift_jis', bytes) && pairs(bytes, kana.sjis, (byte) => byte >= 0x40) > 0.2) return 'shift_jis';
  if (reads('euc-jp', bytes) && pairs(bytes, kana.euc, isHigh) > 0.2) return 'euc-jp';
  return reads('gb18030', bytes) && pairs(bytes, isHigh, isHigh) > 0.8 ? 'gb18030' : undefined;
}

/** UTF-8 with a few damaged bytes in it, as where two logs were joined. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const outside = new TextDecoder().decode(bytes).match(/[^\u0000-\u007f]/g) ?? [];
  return outside.filter((character) => character === '\ufffd').length < outside.length / 4;
}

/** A label for `TextDecoder`; windows-1252 reads any bytes at all, so that a mixture of encodings still shows its ASCII part. */
export function encodingOf(sample: Uint8Array): string {
  const wide = utf16(sample);
  if (wide !== undefined) return wide;
  if (reads('utf-8', sample)) return 'utf-8';
  return eastAsian(sample) ?? (mostlyUtf8(sample) ? 'utf-8' : 'windows-1252');
}
