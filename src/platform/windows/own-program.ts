/** The program in which we run, where it is a copy that a run has made: Windows lets it be moved, and not removed, as long as it runs. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { patiently } from './patiently.ts';

const endedIn = (folder: string): string => join(folder, 'ended.exe');

export const isOwnProgram = (path: string): boolean => path.toLowerCase() === process.execPath.toLowerCase();

/** Out of the way, into a folder of the same drive, from which a later run takes it. */
export async function moveAside(path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await patiently(() => rename(path, endedIn(folder)));
}

/** What an earlier process of ours has moved there; it stays while that one runs. */
export const removeEnded = (folder: string): Promise<void> => rm(endedIn(folder), { force: true }).catch(() => undefined);
