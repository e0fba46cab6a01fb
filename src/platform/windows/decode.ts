/** What a Windows program has written, as text. */

/** Code pages of consoles (Microsoft Learn, "Code Page Identifiers") that there is a decoder for; 437 and 850 have none. */
const DECODERS: Readonly<Partial<Record<number, string>>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Undefined: there is no decoder. */
export const encodingOf = (codePage: number | null): string | undefined =>
  codePage === null ? undefined : DECODERS[codePage];

function strictly(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Expected: these bytes are of another encoding.
    return undefined;
  }
}

export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/**
 * `isPowerShell`: it was told to write UTF-8, and does unless a policy forbade it. Other programs write in the console's code page:
 * there many a Chinese word would pass as UTF-8. What no decoder fits keeps its ASCII: ids, versions and codes.
 */
export function decodeOutput(bytes: Uint8Array, codePage: number | null, isPowerShell: boolean): string {
  const console = encodingOf(codePage);
  const [first, second] = isPowerShell ? ['utf-8', console] : [console, 'utf-8'];
  return strictly(bytes, first) ?? strictly(bytes, second) ?? new TextDecoder().decode(bytes);
}

/** Of a file: by its byte order mark, else UTF-8. Microsoft's own logs and exports are often UTF-16. */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
