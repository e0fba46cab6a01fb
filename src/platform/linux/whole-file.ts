/** Files that are there whole or not at all, also after a power cut. */
import { lstat, mkdir, open, readlink, rename, rm, symlink, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** One name for each path, so that what a kill left behind is found again: by the next try, or by undo. */
export const unfinishedName = (path: string): string => join(dirname(path), `.${basename(path)}.gpu-guest-new`);

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Makes the missing folders on the way to a path, and says which they were, outermost first. */
export async function makeFolders(folder: string): Promise<readonly string[]> {
  if (await isThere(folder)) return [];
  const made = await makeFolders(dirname(folder));
  await mkdir(folder, { mode: 0o755 });
  await syncFolder(dirname(folder));
  return [...made, folder];
}

export type Owner = { readonly uid: number; readonly gid: number; readonly modifiedMs: number };

/** Writes what comes out of `bytes` beside the path, syncs it, and moves it into place when `accept` does not throw. */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode: number,
  { owner, accept }: { readonly owner?: Owner; readonly accept?: () => void } = {},
): Promise<void> {
  const unfinished = unfinishedName(path);
  await rm(unfinished, { force: true });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      for await (const chunk of bytes) await file.writeFile(chunk);
      accept?.();
      if (owner) await file.chown(owner.uid, owner.gid);
      await file.chmod(mode);
      if (owner) await file.utimes(owner.modifiedMs / 1000, owner.modifiedMs / 1000);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A symbolic link, put in place of whatever file or link is there. */
export async function linkWhole(path: string, target: string): Promise<void> {
  if ((await readlink(path).catch(() => undefined)) === target) return;
  const unfinished = unfinishedName(path);
  await rm(unfinished, { force: true });
  await symlink(target, unfinished);
  await rename(unfinished, path);
  await syncFolder(dirname(path));
}

/** A file or link; what is not there is no error. */
export async function removeOne(path: string): Promise<void> {
  await rm(unfinishedName(path), { force: true });
  try {
    await unlink(path);
    await syncFolder(dirname(path));
  } catch (error) {
    // Expected: it is gone already, or the folder that it would be in is.
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
