/** The members at the beginning of a tar archive (ustar, GNU, pax names are taken from the header as it stands). */

export type TarMember = { readonly name: string; readonly content: Uint8Array };

const BLOCK = 512;
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes).replace(/\0[\s\S]*$/, '');

/** Reads until the bytes end or are no tar any more: a member that is cut is given with what there is of it. */
export function tarMembers(bytes: Uint8Array): readonly TarMember[] {
  const members: TarMember[] = [];
  for (let at = 0; at + BLOCK <= bytes.length;) {
    if (ascii(bytes.subarray(at + 257, at + 262)) !== 'ustar') break;
    const prefix = bytes[at + 263] === 0x30 ? ascii(bytes.subarray(at + 345, at + 500)) : '';
    const name = ascii(bytes.subarray(at, at + 100));
    const size = Number.parseInt(ascii(bytes.subarray(at + 124, at + 136)).trim(), 8);
    if (!Number.isInteger(size) || size < 0) break;
    members.push({
      name: (prefix ? `${prefix}/${name}` : name).replace(/^\.\//, ''),
      content: bytes.subarray(at + BLOCK, at + BLOCK + size),
    });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}
