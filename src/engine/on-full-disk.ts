import { FaultError, refuse } from '../domain/fault.ts';
import { STATE_FOLDER } from '../domain/places.ts';
import { messageOf } from './failure.ts';

/** An error of the file system under the journal or the lock (full, read-only) becomes a sentence. Nothing was begun without its entry. */
export async function onFullDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FaultError) throw error;
    // Expected: ENOSPC, EROFS, EACCES. Anything without such a code is a bug and goes on as it is.
    throw refuse('failed', messageOf(error, STATE_FOLDER));
  }
}
