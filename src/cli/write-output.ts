import { rename, rm, writeFile } from 'node:fs/promises';
import { refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';

/** The file is there whole, or as it was before. */
export async function writeOutput(path: string, text: string): Promise<void> {
  const part = `${path}.part-${String(process.pid)}`;
  try {
    await writeFile(part, text, { flag: 'wx' });
    await rename(part, path);
  } catch (error) {
    // Expected: no such folder, no permission, no room.
    await rm(part, { force: true });
    throw refuse(
      'unreadable',
      say('cli.output-unwritable', { path, error: error instanceof Error ? error.message : String(error) }),
    );
  }
}
