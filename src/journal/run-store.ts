import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../domain/fault.ts';
import type { Journal, RunEvent } from '../domain/run-event.ts';
import { fileJournal } from './file-journal.ts';
import { memoryJournal } from './memory-journal.ts';
import { runState, type RunState } from './replay.ts';

/** All runs of a guest. */
export interface RunStore {
  /** A journal for a run that is about to begin; its id says when. Nothing is written before the first append. */
  begin(): Promise<Journal>;
  /** The journal of a run, or undefined. */
  open(run: string): Promise<Journal | undefined>;
  /** Ids, oldest first. */
  ids(): Promise<readonly string[]>;
}

/** "20261122-071011", then "20261122-071011.2": sorted as text they are sorted by time. */
function idFor(now: Date, taken: readonly string[]): string {
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  // A clock that was set back must not put the newest run before an older one.
  const base = [time, (taken.at(-1) ?? '').slice(0, time.length)].toSorted().at(-1) ?? time;
  const same = taken.filter((id) => id.startsWith(base)).length;
  return same === 0 ? base : `${base}.${same + 1}`;
}

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^\d{8}-\d{6}(\.\d+)?$/.test(name)).toSorted(inOrder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Expected: no run has been made on this guest.
    if (code === 'ENOENT') return [];
    // Expected: an administrator has closed the folder, or put something else there.
    throw refuse('unreadable', { key: 'run.store-unreadable', values: { folder, error: code ?? String(error) } });
  }
}

/** Runs in STATE/runs/ID/journal.ndjson. */
export function fileRunStore(stateFolder: string, now: () => Date): RunStore {
  const runs = join(stateFolder, 'runs');
  const journal = (run: string): Journal => fileJournal(join(runs, run, 'journal.ndjson'), run, now);
  return {
    ids: () => foldersIn(runs),
    begin: async () => journal(idFor(now(), await foldersIn(runs))),
    open: async (run) => ((await foldersIn(runs)).includes(run) ? journal(run) : undefined),
  };
}

/** Runs of a simulated guest. */
export function memoryRunStore(now: () => Date): RunStore {
  const runs = new Map<string, RunEvent[]>();
  const ids = (): readonly string[] => [...runs].flatMap(([id, events]) => (events.length > 0 ? [id] : []));
  return {
    ids: () => Promise.resolve(ids()),
    begin() {
      const events: RunEvent[] = [];
      const id = idFor(now(), ids());
      runs.set(id, events);
      return Promise.resolve(memoryJournal(id, now, events));
    },
    open(run) {
      const events = runs.get(run);
      return Promise.resolve(events && memoryJournal(run, now, events));
    },
  };
}

/** What each run's journal says, oldest first; runs without an event (cut off before the first) are left out. */
export async function statesOf(store: RunStore): Promise<readonly RunState[]> {
  const states: RunState[] = [];
  for (const run of await store.ids()) {
    const events = (await (await store.open(run))?.events()) ?? [];
    if (events.length > 0) states.push({ ...runState(events), run });
  }
  return states;
}
