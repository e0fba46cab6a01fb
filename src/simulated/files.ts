/** The file system of a simulated guest: paths to entries, links followed as a kernel does. */

export type Digests = { readonly sha256?: string; readonly md5?: string; readonly crc32?: string };

export type Entry =
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
      readonly modifiedMs: number;
      /** A large file is simulated by its first bytes: this is the size it states. */
      readonly statedSize?: number;
      readonly statedDigests?: Digests;
    }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'folder'; readonly mode: number };

export type Files = {
  /** The entry itself, links not followed. */
  readonly at: (path: string) => Entry | undefined;
  /** The entry that the path leads to. */
  readonly behind: (path: string) => Entry | undefined;
  readonly text: (path: string) => string | undefined;
  readonly names: (folder: string) => readonly string[] | undefined;
  /** Returns the folders that had to be made. */
  readonly put: (path: string, entry: Entry) => readonly string[];
  readonly write: (path: string, text: string, mode?: number) => void;
  readonly link: (path: string, target: string) => void;
  readonly removeTree: (path: string) => void;
  readonly paths: () => readonly string[];
};

const LINKS_MOST = 20;

export const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';

function joined(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export function createFiles(now: () => number): Files {
  const entries = new Map<string, Entry>([['/', { kind: 'folder', mode: 0o755 }]]);

  /** Where a path really lies: every folder on the way may be a link. */
  const real = (path: string, last: 'followed' | 'itself', depth = 0): string => {
    let here = '';
    const parts = path.split('/').filter((part) => part !== '');
    for (const [index, part] of parts.entries()) {
      const next = `${here}/${part}`;
      const entry = entries.get(next);
      const follow = entry?.kind === 'link' && (last === 'followed' || index < parts.length - 1);
      here =
        follow && depth < LINKS_MOST
          ? real(joined(here === '' ? '/' : here, entry.target), 'followed', depth + 1)
          : next;
    }
    return here === '' ? '/' : here;
  };

  const at = (path: string) => entries.get(real(path, 'itself'));
  const behind = (path: string) => entries.get(real(path, 'followed'));

  const makeFolder = (folder: string): string[] => {
    if (entries.has(folder)) return [];
    const made = makeFolder(parentOf(folder));
    entries.set(folder, { kind: 'folder', mode: 0o755 });
    return [...made, folder];
  };

  const put = (path: string, entry: Entry) => {
    const place = real(path, 'itself');
    const made = makeFolder(parentOf(place));
    entries.set(place, entry);
    return made;
  };

  const under = (folder: string): string[] => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    return [...entries.keys()].filter((path) => path.startsWith(prefix) && path !== folder);
  };

  return {
    at,
    behind,
    text: (path) => {
      const entry = behind(path);
      return entry?.kind === 'file' ? new TextDecoder().decode(entry.bytes) : undefined;
    },
    names: (folder) => {
      const place = real(folder, 'followed');
      if (entries.get(place)?.kind !== 'folder') return undefined;
      const start = place === '/' ? 1 : place.length + 1;
      return [...new Set(under(place).map((path) => path.slice(start).split('/')[0] ?? ''))].sort();
    },
    put,
    write: (path, text, mode = 0o644) => {
      put(path, { kind: 'file', bytes: new TextEncoder().encode(text), mode, uid: 0, gid: 0, modifiedMs: now() });
    },
    link: (path, target) => {
      put(path, { kind: 'link', target });
    },
    removeTree: (path) => {
      const place = real(path, 'itself');
      for (const inner of under(place)) entries.delete(inner);
      entries.delete(place);
    },
    paths: () => [...entries.keys()],
  };
}
