/** Files that are there whole or not at all. A folder cannot be synced on Windows: NTFS journals names itself. */
import { chmod, lstat, mkdir, open, rename, rm, symlink, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { patiently } from './patiently.ts';

/** One name for each path, so that what a kill left behind is found again: by the next try, or by undo. */
const unfinishedName = (path: string): string => join(dirname(path), `.${basename(path)}.gpu-guest-new`);

const statusOf = (path: string) => lstat(path).catch(() => undefined);

/** Makes the missing folders on the way to a path, and says which they were, outermost first. */
export async function makeFolders(folder: string): Promise<readonly string[]> {
  if ((await statusOf(folder)) !== undefined) return [];
  const made = await makeFolders(dirname(folder));
  await mkdir(folder);
  return [...made, folder];
}

const WRITABLE = 0o666;

/** Windows moves nothing onto a file that is marked as read-only. */
async function moveOver(unfinished: string, path: string): Promise<void> {
  const status = await statusOf(path);
  if (status?.isFile() && (status.mode & 0o200) === 0) await chmod(path, WRITABLE);
  await patiently(() => rename(unfinished, path));
}

/** Writes what comes out of `bytes` beside the path, flushes it, and moves it into place when `accept` does not throw. Of `mode` Windows knows whether it may be written. */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode: number,
  { modifiedMs, accept }: { readonly modifiedMs?: number; readonly accept?: () => void } = {},
): Promise<void> {
  const unfinished = unfinishedName(path);
  await patiently(() => rm(unfinished, { force: true }));
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const chunk of bytes) await file.writeFile(chunk);
      accept?.();
      if (modifiedMs !== undefined) await file.utimes(modifiedMs / 1000, modifiedMs / 1000);
      await file.sync();
    } finally {
      await file.close();
    }
    await moveOver(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  if ((mode & 0o200) === 0) await chmod(path, mode);
}

async function unlinkWhatStands(path: string): Promise<void> {
  const status = await statusOf(path);
  if (status === undefined) return;
  if (status.isFile() && (status.mode & 0o200) === 0) await chmod(path, WRITABLE);
  await patiently(() => unlink(path));
}

/** A link in place of whatever file or link is there. Administrators may make them. */
export async function linkWhole(path: string, target: string): Promise<void> {
  const unfinished = unfinishedName(path);
  await patiently(() => rm(unfinished, { force: true }));
  await symlink(target, unfinished);
  await unlinkWhatStands(path);
  await patiently(() => rename(unfinished, path));
}

/** A file or link; what is not there is no error. */
export async function removeOne(path: string): Promise<void> {
  await patiently(() => rm(unfinishedName(path), { force: true }));
  await unlinkWhatStands(path);
}
