/** A file that did not exist before, or stands in the place of one that was to be replaced: all of it, or none. */
import { link, open, rename, rm } from 'node:fs/promises';
import { alreadyThere, isThere } from './taken-path.ts';

export type NewFileOptions = {
  readonly replace: boolean;
  readonly mode?: number;
  readonly owner?: { readonly uid: number; readonly gid: number };
};

export type NewFile = {
  /** Only now something stands at the path. Throws as the file system does; `EEXIST` where somebody else was faster. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Takes away what was begun. */
  readonly forget: () => Promise<void>;
};

/** These file systems know no second name for a file (FAT, some network and shared folders). */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Unlike a rename, a link never replaces. */
async function place(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
    await rm(part, { force: true });
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    if (await isThere(path)) throw alreadyThere(path);
    await rename(part, path);
  }
}

/**
 * Makes sure that it can be written, before the work is done that fills it. `mode`: 0600 where it is left out. `owner`: whose it is to be, where root writes for
 * somebody. Throws as the file system does: `ENOENT`, `EACCES`, `EROFS`, `ENOSPC`, and `EEXIST` unless it may be replaced.
 */
export async function newFile(path: string, { replace, mode = 0o600, owner }: NewFileOptions): Promise<NewFile> {
  if (!replace && (await isThere(path))) throw alreadyThere(path);
  const part = `${path}.part-${String(process.pid)}`;
  const file = await open(part, 'wx', mode);
  const forget = async (): Promise<void> => {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
  };
  return {
    forget,
    write: async (bytes) => {
      try {
        await file.writeFile(bytes);
        if (owner !== undefined) await file.chown(owner.uid, owner.gid);
        await file.sync();
        await file.close();
        await (replace ? rename(part, path) : place(part, path));
      } catch (error) {
        await forget();
        throw error;
      }
    },
  };
}
