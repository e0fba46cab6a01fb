/** A folder that did not exist before: filled beside its place, and put there whole or not at all. */
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { alreadyThere, isThere } from './taken-path.ts';

export type NewFolder = {
  /** Where it is filled: below it whatever is wanted. */
  readonly place: string;
  /** Puts `name`, a folder below `place`, at the path, and takes away the rest. */
  readonly finish: (name: string) => Promise<void>;
  /** Takes away what was begun. */
  readonly forget: () => Promise<void>;
};

/** Throws as the file system does: `EEXIST` where something is there, `ENOENT`, `EACCES`, `EROFS`, `ENOSPC`. */
export async function newFolder(path: string): Promise<NewFolder> {
  if (await isThere(path)) throw alreadyThere(path);
  const place = `${path}.part-${String(process.pid)}`;
  await mkdir(place, { mode: 0o700 });
  const forget = () => rm(place, { recursive: true, force: true });
  return {
    place,
    forget,
    finish: async (name) => {
      // An empty folder would be replaced.
      if (await isThere(path)) throw alreadyThere(path);
      await rename(`${place}/${name}`, path);
      await forget();
    },
  };
}

/** Bytes that one who is not root may still write in the folder that would hold it; null: the file system does not say. */
export async function roomFor(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(dirname(path));
    return bavail * bsize;
  } catch {
    // Expected: some network file systems do not know.
    return null;
  }
}
