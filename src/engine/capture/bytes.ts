/** Bytes of a file, as a capture holds them: text as it is, anything else in hexadecimal. */

/** UTF-8 without control characters, but for those that tools print. */
export function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /[\0-\u0006\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text;
  } catch {
    // Not UTF-8: the answer.
    return undefined;
  }
}

/** UTF-16 by its mark, as Windows writes logs and INFs; else UTF-8. What is of an old code page keeps its ASCII, and no more. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const big = first === 0xfe && second === 0xff;
  return new TextDecoder(big ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}

const WINDOWS_TEXT = /^[A-Za-z]:\\.*\.(?:log|inf|txt|json)$/i;

/** Windows's own texts, whatever their encoding; of other files what is UTF-8. */
export const textOf = (path: string, bytes: Uint8Array): string | undefined =>
  asText(bytes) ?? (WINDOWS_TEXT.test(path) ? decoded(bytes).replaceAll('\0', '') : undefined);

/** For masks that look for text in binary bytes, UTF-16 included. */
export const shownText = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0));

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** 32 bytes a line. */
export const hexText = (bytes: Uint8Array): string => `${toHex(bytes).replace(/.{64}(?=.)/g, '$&\n')}\n`;
