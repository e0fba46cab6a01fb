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

/** For masks that look for text in binary bytes, UTF-16 included. */
export const shownText = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0));

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** 32 bytes a line. */
export const hexText = (bytes: Uint8Array): string => `${toHex(bytes).replace(/.{64}(?=.)/g, '$&\n')}\n`;
