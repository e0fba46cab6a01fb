/** The headers of a Windows program (Microsoft Learn, "PE Format"): its parts in the file, and where its signature is. */
import type { ByteRange } from '../../domain/machine.ts';

export type Program = {
  readonly arch: 'x86' | 'x86_64' | 'aarch64' | null;
  /** Where the last section ends; what a self-extractor carries lies behind. */
  readonly end: number;
  /** The section of resources; null: none. */
  readonly resources: ByteRange | null;
  /** The table of certificates: the signature, at the end of the file; null: not signed. */
  readonly certificates: ByteRange | null;
};

const PE = 0x00004550;
const MACHINES: Readonly<Partial<Record<number, Program['arch']>>> = { 0x14c: 'x86', 0x8664: 'x86_64', 0xaa64: 'aarch64' };
/** Number of data directories, by the magic of the optional header: PE32, PE32+. */
const DIRECTORIES: Readonly<Partial<Record<number, number>>> = { 0x10b: 92, 0x20b: 108 };
const RESOURCES = 2;
const CERTIFICATES = 4;

type Section = { readonly address: number; readonly size: number; readonly range: ByteRange };

function sectionAt(view: DataView, at: number): Section {
  return {
    address: view.getUint32(at + 12, true),
    size: view.getUint32(at + 8, true),
    range: { offset: view.getUint32(at + 20, true), length: view.getUint32(at + 16, true) },
  };
}

/** An entry of the table of directories; null: there is none, or it is empty. */
function directory(view: DataView, optional: number, index: number): { readonly at: number; readonly size: number } | null {
  const count = DIRECTORIES[view.getUint16(optional, true)];
  if (count === undefined || view.getUint32(optional + count, true) <= index) return null;
  const place = optional + count + 4 + 8 * index;
  const [at, size] = [view.getUint32(place, true), view.getUint32(place + 4, true)];
  return at === 0 || size === 0 ? null : { at, size };
}

/** `start`: the first kilobytes of a file that begins with MZ. Null: it is a DOS program, or ends within its headers. */
export function programIn(start: Uint8Array): Program | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  try {
    const header = view.getUint32(0x3c, true);
    if (view.getUint32(header, true) !== PE) return null;
    const optional = header + 24;
    const first = optional + view.getUint16(header + 20, true);
    const sections = Array.from({ length: view.getUint16(header + 6, true) }, (_, i) => sectionAt(view, first + 40 * i));
    const [resources, certificates] = [directory(view, optional, RESOURCES), directory(view, optional, CERTIFICATES)];
    const holder = resources && sections.find(({ address, size }) => resources.at >= address && resources.at < address + size);
    return {
      arch: MACHINES[view.getUint16(header + 4, true)] ?? null,
      end: Math.max(0, ...sections.map(({ range }) => range.offset + range.length)),
      resources: holder?.range ?? null,
      // Alone among the directories it is given by its place in the file.
      certificates: certificates && { offset: certificates.at, length: certificates.size },
    };
  } catch (error) {
    // Expected: the headers lead beyond what there is of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** WIN_CERTIFICATE of revision 2.0 that holds a PKCS #7 signature, and no more than the table is long. */
export function isSignature(table: Uint8Array): boolean {
  if (table.length < 8) return false;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return view.getUint16(4, true) === 0x0200 && view.getUint16(6, true) === 2 && view.getUint32(0, true) > 8;
}
