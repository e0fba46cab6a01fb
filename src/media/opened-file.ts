/** A file, or an entry of a zip, as a recogniser sees it: its beginning, its parts, its size. */
import { isWindowsPath } from '../domain/folder-path.ts';
import type { ByteRange, ByteSource, Observer } from '../domain/machine.ts';
import { inflateStart } from './inflate-start.ts';

export type OpenedFile = {
  /** As it is shown: an absolute path, or `ZIP!entry`. */
  readonly file: string;
  /** The last part of its name. A second witness only: what a file is, its content says. */
  readonly name: string;
  /** Of what is meant: for a compressed zip entry, its size when unpacked. */
  readonly sizeBytes: number;
  readonly source: ByteSource;
  /** The first bytes, as many as there are up to `length`. */
  readonly start: (length: number) => Promise<Uint8Array>;
  /** Any part; null where it cannot be reached without unpacking what is before it. */
  readonly part: (range: ByteRange) => Promise<Uint8Array | null>;
};

export const nameOf = (path: string): string => {
  const ends = [path.lastIndexOf('/'), path.lastIndexOf('!'), isWindowsPath(path) ? path.lastIndexOf('\\') : -1];
  return path.slice(Math.max(...ends) + 1);
};

const NOTHING = new Uint8Array();

export function openFile(machine: Observer, path: string, sizeBytes: number): OpenedFile {
  const part = async (range: ByteRange): Promise<Uint8Array> => (await machine.readBytes(path, range)) ?? NOTHING;
  return {
    file: path,
    name: nameOf(path),
    sizeBytes,
    source: { path },
    start: keepLongest((length) => part({ offset: 0, length })),
    part,
  };
}

export type ZipEntryPlace = { readonly name: string; readonly range: ByteRange; readonly deflated: boolean };

/** `zip`: the zip's own path; `sizeBytes`: of the entry when unpacked. */
export function openEntry(machine: Observer, zip: string, entry: ZipEntryPlace, sizeBytes: number): OpenedFile {
  const { range, deflated } = entry;
  const raw = async (offset: number, length: number): Promise<Uint8Array> => {
    const within = Math.max(0, Math.min(length, range.length - offset));
    return (await machine.readBytes(zip, { offset: range.offset + offset, length: within })) ?? NOTHING;
  };
  return {
    file: `${zip}!${entry.name}`,
    name: nameOf(entry.name),
    sizeBytes,
    source: { path: zip, range, ...(deflated && { deflated }) },
    // Packed bytes are never more than a little longer than what they hold.
    start: keepLongest(async (length) =>
      deflated ? await inflateStart(await raw(0, length + 1024), 'deflate-raw', length) : await raw(0, length),
    ),
    part: async ({ offset, length }) => (deflated ? null : await raw(offset, length)),
  };
}

/** Several recognisers ask for the same beginning: it is read once, and again only when more of it is wanted. */
function keepLongest(read: (length: number) => Promise<Uint8Array>): (length: number) => Promise<Uint8Array> {
  let kept: Uint8Array = NOTHING;
  let asked = 0;
  return async (length) => {
    if (length > asked) {
      kept = await read(length);
      asked = length;
    }
    return kept.subarray(0, length);
  };
}
