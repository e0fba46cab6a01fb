import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../domain/fault.ts';
import type { EventBody, Journal, RunEvent } from '../domain/run-event.ts';
import { parseJournal } from './journal-text.ts';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle
    .sync()
    .catch((error: unknown) => {
      // Expected on Windows, where a folder cannot be flushed: NTFS journals names itself.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    })
    .finally(() => handle.close());
}

/** Makes a folder so that it is still there after a power cut. */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let at = folder; at.length >= dirname(first).length; at = dirname(at)) {
    await syncFolder(at);
    if (at === dirname(at)) break;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    // Expected: the journal of a run that is about to begin.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw refuse('unreadable', { key: 'run.store-unreadable', values: { folder: file, error: code ?? String(error) } });
  }
}

/** The events of a journal, oldest first; [] where there is none yet. Needs no rights: the journal is readable by all. */
export const readJournal = async (file: string): Promise<readonly RunEvent[]> =>
  parseJournal(file, (await textOf(file)) ?? '').events;

async function appendLine(file: string, line: string, isNew: boolean): Promise<void> {
  if (isNew) await makeFolder(dirname(file), 0o755);
  const handle = await open(file, 'a', 0o644);
  try {
    await handle.writeFile(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (isNew) await syncFolder(dirname(file));
}

/**
 * A journal in one file, newline-delimited JSON. An append has reached the disk when it returns; errors of the file system (ENOSPC, EROFS)
 * pass through. What a power cut left of a half-written line is cut off before the next one is written.
 */
export function fileJournal(file: string, run: string, now: () => Date): Journal {
  let last: { sequence: number; isNew: boolean } | undefined;

  async function prepare(): Promise<{ sequence: number; isNew: boolean }> {
    const text = await textOf(file);
    if (text === undefined) return { sequence: 0, isNew: true };
    const { events, wholeBytes } = parseJournal(file, text);
    if (wholeBytes < Buffer.byteLength(text)) await truncate(file, wholeBytes);
    return { sequence: events.at(-1)?.sequence ?? 0, isNew: false };
  }

  return {
    run,
    events: () => readJournal(file),
    async append(body: EventBody) {
      const { sequence, isNew } = last ?? (await prepare());
      // Until the line stands, what stands is looked up again: a failed append may have left a part of it.
      last = undefined;
      const event: RunEvent = { t: now().toISOString(), sequence: sequence + 1, ...body };
      await appendLine(file, `${JSON.stringify(event)}\n`, isNew);
      last = { sequence: event.sequence, isNew: false };
      return event;
    },
  };
}
