/** The root-only store of what stood before: each file once, under its sha256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, lstat, mkdir, open, readlink, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kept } from '../../domain/machine.ts';
import { isMissing } from './missing.ts';
import { linkWhole, makeFolders, removeOne, syncFolder, writeWhole } from './whole-file.ts';

/** Nobody but root may look into the store: it holds tokens that were replaced. */
async function openStore(store: string): Promise<void> {
  await mkdir(dirname(store), { recursive: true, mode: 0o755 });
  await mkdir(store, { recursive: true, mode: 0o700 });
  await chmod(store, 0o700);
}

async function pour(path: string, into: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    await into.writeFile(chunk);
  }
  await into.sync();
  return hash.digest('hex');
}

async function keepBytes(path: string, store: string): Promise<string> {
  await openStore(store);
  const incoming = join(store, 'incoming');
  await rm(incoming, { force: true });
  const file = await open(incoming, 'wx', 0o600);
  const sha256 = await pour(path, file).finally(() => file.close());
  await rename(incoming, join(store, sha256));
  await syncFolder(store);
  return sha256;
}

/** What is at the path, with its bytes in the store when this returns. */
export async function keep(path: string, store: string): Promise<Kept> {
  const status = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (status === undefined) return { kind: 'absent' };
  const mode = status.mode & 0o7777;
  if (status.isSymbolicLink()) return { kind: 'link', target: await readlink(path) };
  if (status.isDirectory()) return { kind: 'folder', mode };
  const { uid, gid, mtimeMs } = status;
  return { kind: 'file', sha256: await keepBytes(path, store), mode, uid, gid, modifiedMs: mtimeMs };
}

/** What is too near the root to have been made by an installer is never taken away as a tree. */
async function removeTree(path: string): Promise<void> {
  if (path.split('/').filter(Boolean).length < 2) throw new Error(`will not remove ${path} with all that is in it`);
  await rm(path, { recursive: true, force: true });
}

/** Makes way for a file or link: a folder that stands in its place goes. */
async function makeWay(path: string): Promise<void> {
  await makeFolders(dirname(path));
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory()) await removeTree(path);
}

export async function restore(path: string, kept: Kept, store: string): Promise<void> {
  switch (kept.kind) {
    case 'absent':
      await removeOne(path).catch((error: unknown) => {
        // Expected: it is a folder.
        if (!['EISDIR', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      });
      return removeTree(path);
    case 'link':
      await makeWay(path);
      return linkWhole(path, kept.target);
    case 'folder':
      await makeFolders(path);
      return chmod(path, kept.mode);
    case 'file':
      await makeWay(path);
      return writeWhole(path, createReadStream(join(store, kept.sha256)) as AsyncIterable<Buffer>, kept.mode, {
        owner: kept,
      });
  }
}
