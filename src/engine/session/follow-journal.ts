/** A run at which another process works (after a reboot, the guest's own unit): read from its journal as it grows. */
import type { Observer } from '../../domain/machine.ts';
import { valueOf } from '../../domain/fact.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { RunLock } from '../../journal/run-lock.ts';
import { isUnfinished, runState, type RunState } from '../../journal/replay.ts';
import type { RunStore } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import { eventLine } from '../event-line.ts';
import { examine } from '../examine.ts';
import type { RunPage } from './run-page.ts';

const LOOK_AGAIN_MS = 1000;

export type Journalled = {
  readonly run: string;
  readonly store: RunStore;
  readonly lock: RunLock;
  readonly observer: Observer;
  readonly translate: Translate;
  readonly pause: (ms: number) => Promise<void>;
};

/** Undefined: there is no such run. */
export async function eventsOf({ store, run }: Journalled): Promise<readonly RunEvent[] | undefined> {
  return (await store.open(run))?.events();
}

/** Puts on the page what the journal tells beyond it. */
export async function readOn(page: RunPage, journalled: Journalled): Promise<RunState | undefined> {
  const events = await eventsOf(journalled);
  if (events === undefined) return undefined;
  const { run, translate } = journalled;
  const told = events.flatMap((event) => eventLine(event, translate, { run, simulated: false }) ?? []);
  for (const line of told.slice(page.journalLines())) page.append(line, 'journal');
  return runState(events);
}

type Standing = 'goes-on' | 'stands' | 'cut-off';

/** Whether lines may follow: somebody works on it, or the guest has been rebooted and its unit is about to. */
async function standing(state: RunState, { lock, observer }: Journalled): Promise<Standing> {
  if (!isUnfinished(state)) return 'stands';
  if ((await lock.holder()) !== null) return 'goes-on';
  if (state.status !== 'paused-for-reboot') return 'cut-off';
  const asked = state.reboots.at(-1)?.bootId ?? null;
  const now = valueOf((await examine(observer, ['boot'])).boot)?.id ?? null;
  return asked === null || asked === now ? 'stands' : 'goes-on';
}

async function readToEnd(page: RunPage, journalled: Journalled): Promise<Standing> {
  for (;;) {
    const state = await readOn(page, journalled);
    if (state === undefined) return 'stands';
    const now = await standing(state, journalled);
    // Between the last line that was read and the look at the lock, it may have come to its end.
    if (now !== 'goes-on') return standing((await readOn(page, journalled)) ?? state, journalled);
    if (!page.isHeard()) return 'stands';
    await journalled.pause(LOOK_AGAIN_MS);
  }
}

/** Returns at once; the page is ended when no line will follow, or when nobody listens any more. */
export function followJournal(page: RunPage, journalled: Journalled, onBug: (error: unknown) => void): void {
  const { run, translate } = journalled;
  page.begin(null);
  readToEnd(page, journalled).then(
    (end) => {
      page.end(end === 'cut-off' ? { code: 'unfinished-run', message: translate(say('run.unfinished', { run })) } : undefined);
    },
    (error: unknown) => {
      onBug(error);
      const told = error instanceof Error ? error.message : String(error);
      page.end({ code: 'internal', message: translate(say('cli.internal', { error: told })) });
    },
  );
}
