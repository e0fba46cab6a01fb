import { refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';

/** A file that the user named; what cannot be read is refused in a sentence. */
export async function readGiven(path: string): Promise<Uint8Array> {
  // Loaded when it is needed: most calls are given no file.
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(path);
  } catch (error) {
    // Expected: no such file, a folder, no permission.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw refuse('unreadable', say('cli.file-not-found', { path }));
    if (code === 'EISDIR') throw refuse('unreadable', say('cli.file-is-folder', { path }));
    throw refuse('unreadable', say('cli.file-unreadable', { path, error: (error as Error).message }));
  }
}
