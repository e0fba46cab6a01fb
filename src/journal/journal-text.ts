import { refuse } from '../domain/fault.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { readEvent } from './event-schema.ts';

export type JournalText = {
  readonly events: readonly RunEvent[];
  /** Bytes up to the end of the last whole line: what stands behind was torn off by a power cut. */
  readonly wholeBytes: number;
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Reads newline-delimited events. A last line that is torn (no line end, or no JSON) is left out: its append never returned, so nothing was
 * done on its word. A malformed line elsewhere is refused as `unreadable`.
 */
export function parseJournal(file: string, text: string): JournalText {
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
  const events: RunEvent[] = [];
  let wholeBytes = 0;
  for (const [index, line] of lines.entries()) {
    const event = readEvent(line);
    if (event.kind === 'malformed') {
      if (index === lines.length - 1) break;
      throw refuse('unreadable', { key: 'run.journal.malformed', values: { file, line: index + 1, why: event.why } });
    }
    events.push(event);
    wholeBytes += bytesOf(line) + 1;
  }
  return { events, wholeBytes };
}
