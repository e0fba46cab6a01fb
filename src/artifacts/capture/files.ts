/** `files/…`: copies of the guest's files, and what was noted of their paths. */
import { copyName } from '../../domain/capture.ts';
import { notInSource, Unobservable } from '../../domain/fact.ts';
import type { ByteRange, FileStatus } from '../../domain/machine.ts';
import type { TokenReading } from '../../domain/media-item.ts';
import { tokenLike } from '../../media/token-like.ts';
import { bytesOfHex } from './hex.ts';
import { objectIn, type ManifestRead } from './manifest.ts';

/** Bytes of a file of the capture by its name there. */
export type Contents = ReadonlyMap<string, Uint8Array>;

export type CapturedFiles = {
  /** `elsewhere`: nothing is noted of this path; undefined: it is not there. Throws `Unobservable` for what could not be had. */
  readonly bytes: (path: string, range: ByteRange | undefined) => Uint8Array | undefined | 'elsewhere';
  readonly names: (folder: string) => readonly string[] | undefined | 'elsewhere';
  readonly status: (path: string) => FileStatus | undefined | 'elsewhere';
  /** Null: nothing is noted of it. */
  readonly sha256: (path: string) => string | null | undefined;
};

/** Folders of which each entry stands for one thing: what a hand-made capture has of them is what there is. */
const COUNTED = ['/sys/bus/pci/devices', '/lib/modules', '/etc/nvidia/ClientConfigToken', '/proc/driver/nvidia/gpus'];

const part = (bytes: Uint8Array, range: ByteRange | undefined): Uint8Array =>
  range ? bytes.subarray(range.offset, range.offset + range.length) : bytes;
const same = (a: ByteRange | undefined, b: ByteRange | undefined): boolean =>
  a?.offset === b?.offset && a?.length === b?.length;

const bare = (kind: FileStatus['kind'], sizeBytes: number): FileStatus => ({
  kind,
  mode: 0o644,
  sizeBytes,
  modifiedMs: 0,
  target: null,
});

const isReading = (value: unknown): value is TokenReading =>
  typeof objectIn(value)?.['trouble'] === 'string' && Array.isArray(objectIn(value)?.['servers']);

const PLACEHOLDER = /^\s*<token-\d+>\s*$/;

export function capturedFiles({ paths, tokens }: ManifestRead, contents: Contents): CapturedFiles {
  const noted = (path: string) => paths?.get(path);
  const copyAt = (path: string): Uint8Array | undefined => {
    const text = contents.get(copyName(path));
    if (text !== undefined && noted(path)?.content?.as !== 'hex') return text;
    const hex = contents.get(`${copyName(path)}.hex`);
    return hex && bytesOfHex(new TextDecoder().decode(hex));
  };
  const tokenAt = (path: string): Uint8Array | undefined => {
    const reading = Object.hasOwn(tokens, path) ? tokens[path] : undefined;
    return isReading(reading) ? tokenLike(reading) : undefined;
  };
  const under = (folder: string): readonly string[] => {
    const start = `${copyName(folder)}/`;
    const names = [...contents.keys()].flatMap((name) =>
      name.startsWith(start) ? [(name.slice(start.length).split('/')[0] ?? '').replace(/\.hex$/, '')] : [],
    );
    return [...new Set(names)].sort();
  };

  /** `has`: the part of the file that the copy is; left out: all of it. */
  function ofCopy(path: string, has: ByteRange | undefined, wanted: ByteRange | undefined): Uint8Array {
    const copy = copyAt(path);
    if (copy === undefined || (has !== undefined && !same(has, wanted))) throw notInSource(path);
    return has === undefined ? part(copy, wanted) : copy;
  }
  /** Of what was noted as read. */
  function notedBytes(path: string, range: ByteRange | undefined): Uint8Array | undefined | 'elsewhere' {
    const one = noted(path);
    if (one === undefined) return 'elsewhere';
    const piece = one.parts?.find((each) => same(each.range, range));
    if (piece !== undefined) return piece.hex === null ? undefined : bytesOfHex(piece.hex);
    if (one.unread?.content !== undefined) throw new Unobservable(one.unread.content);
    const { content } = one;
    return content ? ofCopy(path, content.range, range) : content === null ? undefined : 'elsewhere';
  }
  function copied(path: string, range: ByteRange | undefined): Uint8Array | 'elsewhere' {
    const copy = copyAt(path);
    if (copy === undefined) return 'elsewhere';
    // That it was there is all that is known of it.
    if (PLACEHOLDER.test(new TextDecoder().decode(copy.subarray(0, 64)))) throw notInSource(path);
    return part(copy, range);
  }

  return {
    bytes: (path, range) => {
      const token = tokenAt(path);
      if (token !== undefined) return part(token, range);
      const found = notedBytes(path, range);
      return found === 'elsewhere' ? copied(path, range) : found;
    },
    names: (folder) => {
      const one = noted(folder);
      if (one?.unread?.names !== undefined) throw new Unobservable(one.unread.names);
      if (one?.names !== undefined) return one.names ?? undefined;
      const names = COUNTED.includes(folder) ? under(folder) : [];
      return paths === null && names.length > 0 ? names : 'elsewhere';
    },
    status: (path) => {
      const one = noted(path);
      if (one?.unread?.status !== undefined) throw new Unobservable(one.unread.status);
      if (one?.status !== undefined) return one.status ?? undefined;
      const copy = copyAt(path);
      if (copy !== undefined) return bare('file', copy.length);
      return under(path).length > 0 ? bare('folder', 0) : 'elsewhere';
    },
    sha256: (path) => {
      const one = noted(path);
      if (one?.unread?.sha256 !== undefined) throw new Unobservable(one.unread.sha256);
      return one?.sha256 === undefined ? null : (one.sha256 ?? undefined);
    },
  };
}
