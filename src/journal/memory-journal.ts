import type { Journal, RunEvent } from '../domain/run-event.ts';

/** The journal of a simulated guest: as the one on disk, and gone with the program. */
export function memoryJournal(run: string, now: () => Date, events: RunEvent[] = []): Journal {
  return {
    run,
    append(body) {
      const event: RunEvent = { t: now().toISOString(), sequence: (events.at(-1)?.sequence ?? 0) + 1, ...body };
      events.push(event);
      return Promise.resolve(event);
    },
    events: () => Promise.resolve([...events]),
  };
}
