/** NVIDIA's programs for Windows as bytes: headers, version resource, a 7z archive, a table of certificates. It runs nowhere. */
import { crc32Of } from '../../media/kinds/seven-zip.ts';

const HEADERS = 0x200;
const PE_AT = 0x80;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Little-endian, as every machine that runs this is. */
export function utf16(text: string): Uint8Array {
  return new Uint8Array(new Uint16Array(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))).buffer);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

/** Key, zero, padding to four bytes, value (Microsoft Learn, "VS_VERSIONINFO structure"). */
function versionResource(texts: Readonly<Record<string, string>>): Uint8Array {
  const pairs = Object.entries(texts).map(([key, value]) => {
    const head = utf16(`${key}\0`);
    return joined(new Uint8Array(6).fill(1), head, new Uint8Array((4 - ((6 + head.length) % 4)) % 4), utf16(`${value}\0`), new Uint8Array(2));
  });
  return joined(utf16('VS_VERSION_INFO\0'), new Uint8Array(60), ...pairs);
}

/** A 7z archive whose table of contents is what its beginning says (7-Zip, DOC/7zFormat.txt). */
function sevenZip(): Uint8Array {
  const [packed, contents] = [new Uint8Array(1000).fill(0xa5), bytesOf('simulated table of contents')];
  const start = new Uint8Array(32);
  const view = new DataView(start.buffer);
  start.set([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  view.setBigUint64(12, BigInt(packed.length), true);
  view.setBigUint64(20, BigInt(contents.length), true);
  view.setUint32(28, crc32Of(contents), true);
  view.setUint32(8, crc32Of(start.subarray(12)), true);
  return joined(start, packed, contents);
}

/** WIN_CERTIFICATE, revision 2.0, PKCS #7. */
function certificates(): Uint8Array {
  const bytes = joined(new Uint8Array(8), bytesOf('simulated signature of NVIDIA Corporation, not a real one'));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, 0x0200, true);
  view.setUint16(6, 2, true);
  return bytes;
}

/** PE32, one section: the resources (Microsoft Learn, "PE Format"). */
function headers(resources: number, signature: readonly [offset: number, length: number]): Uint8Array {
  const bytes = new Uint8Array(HEADERS);
  const view = new DataView(bytes.buffer);
  const optional = PE_AT + 24;
  bytes.set(bytesOf('MZ'));
  view.setUint32(0x3c, PE_AT, true);
  bytes.set(bytesOf('PE'), PE_AT);
  view.setUint16(PE_AT + 4, 0x14c, true);
  view.setUint16(PE_AT + 6, 1, true);
  view.setUint16(PE_AT + 20, 224, true);
  view.setUint16(optional, 0x10b, true);
  view.setUint32(optional + 92, 16, true);
  [0x1000, resources].forEach((value, index) => {
    view.setUint32(optional + 96 + 2 * 8 + index * 4, value, true);
  });
  signature.forEach((value, index) => {
    view.setUint32(optional + 96 + 4 * 8 + index * 4, value, true);
  });
  const section = optional + 224;
  bytes.set(bytesOf('.rsrc'), section);
  [resources, 0x1000, resources, HEADERS].forEach((value, index) => {
    view.setUint32(section + 8 + index * 4, value, true);
  });
  return bytes;
}

/** `texts`: of the version resource. */
export function programFile(texts: Readonly<Record<string, string>>): Uint8Array {
  const [resources, archive, signature] = [versionResource(texts), sevenZip(), certificates()];
  const end = HEADERS + resources.length + archive.length;
  return joined(headers(resources.length, [end, signature.length]), resources, archive, signature);
}
