import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';

/** The machine's time as ISO 8601; null where a recorded source states none. */
export function timeOf(machine: Observer): string | null {
  try {
    return machine.now().toISOString();
  } catch (error) {
    // Expected: a source without any date in it.
    if (error instanceof Unobservable) return null;
    throw error;
  }
}
