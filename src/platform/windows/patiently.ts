import { setTimeout as sleep } from 'node:timers/promises';
import { Unobservable } from '../../domain/fact.ts';

/** Virus scanners and indexers open what has just been written, for some tenths of a second; Windows then refuses to move or remove it. */
const HELD: readonly unknown[] = ['EBUSY', 'EPERM', 'EACCES'];
const WAITS_MS = [50, 100, 200, 400, 800, 1_600, 2_000] as const;

/** A program, too, is not started while a scanner looks into it. */
const isHeld = (error: unknown): boolean =>
  error instanceof Unobservable ? error.ignorance.kind === 'permission-denied' : HELD.includes((error as NodeJS.ErrnoException).code);

/** Does it again for some five seconds where Windows says that somebody holds the file or program, or that it may not be touched. Throws the last refusal. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await act();
    } catch (error) {
      // Expected: another program has it open. A right that is lacking looks the same, and does not come with waiting.
      if (!isHeld(error)) throw error;
      await sleep(wait);
    }
  }
  return act();
}
