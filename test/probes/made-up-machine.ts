import { Unobservable } from '../../src/domain/fact.ts';
import type { FileStatus, Observer, Output } from '../../src/domain/machine.ts';

type Contents = {
  /** Path → text; a link is `{ link: target }`. Folders follow from the paths. */
  readonly files?: Readonly<Record<string, string | { readonly link: string }>>;
  /** The command line, joined by blanks → what it prints, or how it ends. */
  readonly commands?: Readonly<Record<string, string | Partial<Output>>>;
  /** Paths that may not be looked into. */
  readonly denied?: readonly string[];
  readonly now?: string;
};

/** A whole machine: what is not in it is not there, and what is not among its commands is not installed. */
export function madeUpMachine({
  files = {},
  commands = {},
  denied = [],
  now = '2026-01-01T00:00:00Z',
}: Contents): Observer {
  const paths = Object.keys(files);
  const check = (path: string): void => {
    if (denied.some((one) => path === one || path.startsWith(`${one}/`)))
      throw new Unobservable({ kind: 'permission-denied', target: path });
  };
  const namesIn = (folder: string): readonly string[] => [
    ...new Set(
      paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0]!),
    ),
  ];
  const textAt = (path: string): string | undefined => {
    const entry = files[path];
    return typeof entry === 'object' ? textAt(entry.link) : entry;
  };
  const status = (path: string): FileStatus | undefined => {
    const entry = files[path];
    const kind = entry === undefined ? 'folder' : typeof entry === 'object' ? 'link' : 'file';
    if (entry === undefined && namesIn(path).length === 0) return undefined;
    const target = typeof entry === 'object' ? entry.link : null;
    return { kind, mode: 0o644, sizeBytes: typeof entry === 'string' ? entry.length : 0, modifiedMs: 1000, target };
  };
  const bytesAt = (path: string): Uint8Array | undefined => {
    const text = textAt(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  return {
    platform: 'linux',
    origin: { kind: 'live' },
    now: () => new Date(now),
    run: async (command) => {
      const said = commands[command.join(' ')] ?? commands[command[0]];
      if (said === undefined) throw new Unobservable({ kind: 'tool-missing', tool: command[0] });
      return { stdout: '', stderr: '', exitCode: 0, ...(typeof said === 'string' ? { stdout: said } : said) };
    },
    read: async (path) => (check(path), textAt(path)),
    readBytes: async (path, range) => {
      check(path);
      const bytes = bytesAt(path);
      return bytes && range ? bytes.subarray(range.offset, range.offset + range.length) : bytes;
    },
    list: async (folder) => {
      check(folder);
      const names = namesIn(folder);
      return names.length > 0 ? [...names].sort() : undefined;
    },
    status: async (path) => (check(path), status(path)),
    digest: async ({ path }) => (check(path), textAt(path) === undefined ? undefined : 'f'.repeat(64)),
  };
}

/** The value that a probe sees on this machine. */
export const seen = <T>(
  probe: { readonly observe: Readonly<Partial<Record<'linux' | 'windows', (machine: Observer) => Promise<T>>>> },
  contents: Contents,
): Promise<T> => probe.observe.linux!(madeUpMachine(contents));
