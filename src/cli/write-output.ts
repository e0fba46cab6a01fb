import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FaultError, refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';

type Place = 'nothing' | 'file' | 'folder' | 'device';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function placeAt(path: string): Promise<{ readonly place: Place; readonly mode: number | undefined }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { place: 'folder', mode: undefined };
    return { place: found.isFile() ? 'file' : 'device', mode: found.mode & 0o777 };
  } catch (error) {
    // Expected: it is not there yet. Whatever else is wrong shows when it is written.
    if (codeOf(error) === 'ENOENT') return { place: 'nothing', mode: undefined };
    throw error;
  }
}

const REASONS: Readonly<Record<string, 'no-folder' | 'not-allowed' | 'no-room'>> = {
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
};

/** Why nothing could be written there, as a sentence. */
export function refusal(path: string, error: unknown): FaultError {
  const reason = REASONS[codeOf(error) ?? ''];
  if (reason === 'no-folder') return refuse('unreadable', say('cli.output-no-folder', { path, folder: dirname(path) }));
  if (reason !== undefined) return refuse('unreadable', say(`cli.output-${reason}`, { path }));
  return refuse(
    'unreadable',
    say('cli.output-unwritable', { path, error: error instanceof Error ? error.message : String(error) }),
  );
}

type Put = { readonly isThere: boolean; readonly mode: number | undefined };

/** By way of a new file beside it: the old one stays until the new one is whole. A link stays one. */
async function replace(path: string, text: string, { isThere, mode }: Put): Promise<void> {
  const target = isThere ? await realpath(path) : path;
  const part = `${target}.part-${String(process.pid)}`;
  try {
    await writeFile(part, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
    // What a file is made with, the umask lessens.
    if (mode !== undefined) await chmod(part, mode);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * The file is there whole, or as it was before; `wanted`: its mode, else the one it has. Into a device or a pipe (`/dev/stdout`) it is
 * written, never put in its place.
 */
export async function writeOutput(path: string, text: string, wanted?: number): Promise<void> {
  try {
    const { place, mode } = await placeAt(path);
    if (place === 'folder') throw refuse('unreadable', say('cli.output-is-folder', { path }));
    if (place === 'device') await writeFile(path, text);
    else await replace(path, text, { isThere: place === 'file', mode: wanted ?? mode });
  } catch (error) {
    // Expected: no such folder, no permission, no room.
    throw error instanceof FaultError ? error : refusal(path, error);
  }
}
