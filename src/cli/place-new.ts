import { FaultError, refuse } from '../domain/fault.ts';
import { newFile } from '../platform/new-file.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import { refusal, writeOutput } from './write-output.ts';

/** All of it, or none, for all to read. Nothing that stands there is replaced without `--force`. */
export async function placeNew(path: string, text: string, call: Call): Promise<void> {
  if (call.options.force === true) {
    await writeOutput(path, text);
    return;
  }
  try {
    const file = await newFile(path, { replace: false, mode: 0o666 });
    try {
      await file.write(new TextEncoder().encode(text));
    } finally {
      await file.forget();
    }
  } catch (error) {
    if (error instanceof FaultError) throw error;
    // Expected: something there, no such folder, no permission, no room.
    throw (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? refuse('bad-request', say('profile.init.exists', { path }))
      : refusal(path, error);
  }
}
