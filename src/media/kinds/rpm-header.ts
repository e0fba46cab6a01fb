/** The lead, signature and header of an rpm package (rpm's file format, version 4). Tag numbers from rpmtag.h. */

export type RpmHeader = {
  readonly name: string | null;
  readonly version: string | null;
  readonly release: string | null;
  readonly arch: string | null;
  /** Names of what it needs: packages, files, capabilities. */
  readonly requires: readonly string[];
  /** What it puts where. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** Where the main header lies, and its SHA-256 as the signature section states it. */
  readonly range: { readonly offset: number; readonly length: number };
  readonly headerSha256: string | null;
  readonly payloadOffset: number;
  /** Of header and payload together. */
  readonly statedSize: number | null;
  readonly headerAndPayloadMd5: string | null;
  readonly payloadSha256: string | null;
};

const LEAD = 96;
const INTRO = 16;
const SIGNATURE = { size: 1000, md5: 1004, sha256: 273, longSize: 270 } as const;
const MAIN = {
  name: 1000,
  version: 1001,
  release: 1002,
  arch: 1022,
  requires: 1049,
  fileSizes: 1028,
  folderOf: 1116,
  baseNames: 1117,
  folders: 1118,
  payloadDigest: 5092,
  payloadDigestKind: 5093,
} as const;
/** RFC 4880: hash algorithm 8 is SHA-256. */
const SHA256_KIND = 8;

type Section = {
  readonly end: number;
  readonly text: (tag: number) => string | null;
  readonly texts: (tag: number) => readonly string[];
  readonly number: (tag: number) => number | null;
  readonly numbers: (tag: number) => readonly number[];
  readonly hex: (tag: number, length: number) => string | null;
};

/** A header structure at `offset`; null where the bytes end before it does or it is none. */
function sectionAt(bytes: Uint8Array, offset: number): Section | null {
  if (offset + INTRO > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset) !== 0x8eade801) return null;
  const [count, size] = [view.getUint32(offset + 8), view.getUint32(offset + 12)];
  const store = offset + INTRO + count * 16;
  const end = store + size;
  if (count > 65_536 || end > bytes.length) return null;
  const places = new Map<number, number>();
  const counts = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const entry = offset + INTRO + i * 16;
    places.set(view.getUint32(entry), store + view.getUint32(entry + 8));
    counts.set(view.getUint32(entry), view.getUint32(entry + 12));
  }
  const placeOf = (tag: number, room: number): number | null => {
    const place = places.get(tag);
    return place !== undefined && place + room <= end ? place : null;
  };
  const textAt = (place: number | null): string | null => {
    const stop = place === null ? -1 : bytes.indexOf(0, place);
    return place === null || stop < 0 ? null : new TextDecoder('latin1').decode(bytes.subarray(place, stop));
  };
  const text = (tag: number): string | null => textAt(placeOf(tag, 1));
  /** A list of strings: one after the other, each ended by a zero. */
  const texts = (tag: number): readonly string[] => {
    const found: string[] = [];
    let place = placeOf(tag, 1);
    for (let i = counts.get(tag) ?? 0; i > 0 && place !== null && place < end; i--) {
      const one = textAt(place);
      if (one === null) break;
      found.push(one);
      place += one.length + 1;
    }
    return found;
  };
  const number = (tag: number): number | null => {
    const place = placeOf(tag, 4);
    return place === null ? null : view.getUint32(place);
  };
  const numbers = (tag: number): readonly number[] => {
    const count = counts.get(tag) ?? 0;
    const place = placeOf(tag, 4 * count);
    return place === null ? [] : Array.from({ length: count }, (_, i) => view.getUint32(place + 4 * i));
  };
  const hex = (tag: number, length: number): string | null => {
    const place = placeOf(tag, length);
    if (place === null) return null;
    return [...bytes.subarray(place, place + length)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  return { end, text, texts, number, numbers, hex };
}

/** Names and folders stand apart, and each name has the number of its folder. */
function filesIn(main: Section): RpmHeader['files'] {
  const [folders, folderOf, sizes] = [main.texts(MAIN.folders), main.numbers(MAIN.folderOf), main.numbers(MAIN.fileSizes)];
  return main.texts(MAIN.baseNames).map((name, i) => ({ path: `${folders[folderOf[i] ?? 0] ?? '/'}${name}`, sizeBytes: sizes[i] ?? 0 }));
}

/** `head`: the first MiB. `'cut'` where it is an rpm whose header is not all there; null where it is no rpm. */
export function parseRpmHeader(head: Uint8Array): RpmHeader | 'cut' | null {
  if (head[0] !== 0xed || head[1] !== 0xab || head[2] !== 0xee || head[3] !== 0xdb) return null;
  const signature = sectionAt(head, LEAD);
  if (signature === null) return 'cut';
  // The signature section is padded to eight bytes.
  const offset = Math.ceil(signature.end / 8) * 8;
  const main = sectionAt(head, offset);
  if (main === null) return 'cut';
  const sha256 = main.number(MAIN.payloadDigestKind) === SHA256_KIND;
  return {
    name: main.text(MAIN.name),
    version: main.text(MAIN.version),
    release: main.text(MAIN.release),
    arch: main.text(MAIN.arch),
    requires: main.texts(MAIN.requires),
    files: filesIn(main),
    range: { offset, length: main.end - offset },
    headerSha256: signature.text(SIGNATURE.sha256),
    payloadOffset: main.end,
    // A size over 4 GiB stands in another tag, as 64 bits: no driver is that large.
    statedSize: signature.number(SIGNATURE.longSize) === null ? signature.number(SIGNATURE.size) : null,
    headerAndPayloadMd5: signature.hex(SIGNATURE.md5, 16),
    payloadSha256: sha256 ? main.text(MAIN.payloadDigest) : null,
  };
}
