/** The store of what stood before, for administrators alone: each file once, under its sha256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readlink, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kept } from '../../domain/machine.ts';
import { linkWhole, makeFolders, removeOne, writeWhole } from './whole-file.ts';
import { patiently } from './patiently.ts';

const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 1024 * 1024 });

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function keepBytes(path: string, store: string): Promise<string> {
  const sha256 = await sha256Of(path);
  const place = join(store, sha256);
  const stands = await lstat(place).catch(() => undefined);
  if (stands === undefined) {
    await mkdir(store, { recursive: true });
    const hash = createHash('sha256');
    const watched = (async function* () {
      for await (const chunk of bytesOf(path)) {
        hash.update(chunk);
        yield chunk;
      }
    })();
    const accept = () => {
      if (hash.digest('hex') !== sha256) throw Object.assign(new Error(`${path} is being written`), { code: 'EBUSY' });
    };
    await writeWhole(place, watched, 0o600, { accept });
  }
  return sha256;
}

/** What is at the path, with its bytes in the store when this returns. */
export async function keep(path: string, store: string): Promise<Kept> {
  const status = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (status === undefined) return { kind: 'absent' };
  const mode = status.mode & 0o777;
  if (status.isSymbolicLink()) return { kind: 'link', target: await readlink(path) };
  if (status.isDirectory()) return { kind: 'folder', mode };
  // Windows has no numbers for owners: the access list of the folder holds for the file.
  return { kind: 'file', sha256: await keepBytes(path, store), mode, uid: 0, gid: 0, modifiedMs: status.mtimeMs };
}

/** What is too near the root to have been made by an installer is never taken away as a tree. */
export async function removeTree(path: string): Promise<void> {
  if (path.split(/[\\/]/).filter(Boolean).length < 3) throw new Error(`will not remove ${path} with all that is in it`);
  await patiently(() => rm(path, { recursive: true, force: true }));
}

async function makeWay(path: string): Promise<void> {
  await makeFolders(dirname(path));
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory()) await removeTree(path);
}

async function removeWhatStands(path: string): Promise<void> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory()) await removeTree(path);
  else await removeOne(path);
}

export async function restore(path: string, kept: Kept, store: string): Promise<void> {
  switch (kept.kind) {
    case 'absent':
      return removeWhatStands(path);
    case 'link':
      await makeWay(path);
      return linkWhole(path, kept.target);
    case 'folder':
      await makeFolders(path);
      return;
    case 'file':
      await makeWay(path);
      return writeWhole(path, bytesOf(join(store, kept.sha256)), kept.mode, { modifiedMs: kept.modifiedMs });
  }
}
