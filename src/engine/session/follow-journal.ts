/** A run at which another process works (after a reboot, the guest's own unit): read from its journal as it grows. */
import type { Fault, Listener, Unsubscribe } from '../../contract/contract.ts';
import type { Followed } from '../../contract/questions.ts';
import type { Observer } from '../../domain/machine.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { RunLock } from '../../journal/run-lock.ts';
import { isUnfinished, runState, type RunState } from '../../journal/replay.ts';
import type { RunStore } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import { bootIdOf } from '../boot-id.ts';
import { eventLine } from '../event-line.ts';
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
  told.slice(page.journalLines()).forEach((line, index, all) => {
    page.append(line, 'journal', index < all.length - 1);
  });
  return runState(events);
}

type Standing = 'goes-on' | 'stands' | 'cut-off';

/** Whether lines may follow: somebody works on it, or the guest has been rebooted and its unit is about to. */
async function standing(state: RunState, { lock, observer }: Journalled): Promise<Standing> {
  if (!isUnfinished(state)) return 'stands';
  if ((await lock.holder()) !== null) return 'goes-on';
  if (state.status !== 'paused-for-reboot') return 'cut-off';
  const asked = state.reboots.at(-1)?.bootId ?? null;
  const now = await bootIdOf(observer);
  return asked === null || asked === now ? 'stands' : 'goes-on';
}

/** Reads until nothing will follow, or until nobody listens any more. */
async function readToEnd(page: RunPage, journalled: Journalled): Promise<Standing> {
  for (;;) {
    const now = await lookAt(page, journalled);
    if (now !== 'goes-on' || !page.isHeard()) return now;
    await journalled.pause(LOOK_AGAIN_MS);
  }
}

async function lookAt(page: RunPage, journalled: Journalled): Promise<Standing> {
  const state = await readOn(page, journalled);
  if (state === undefined) return 'stands';
  const now = await standing(state, journalled);
  // Between the last line that was read and the look at the lock, it may have come to its end.
  return now === 'goes-on' ? now : standing((await readOn(page, journalled)) ?? state, journalled);
}

const cutOff = ({ run, translate }: Journalled): Fault => ({
  code: 'unfinished-run',
  message: translate(say('run.unfinished', { run })),
});

/** Tells what the journal has, and goes on as long as another process writes it. A run at which nobody works ends with a fault. */
export async function followJournal(
  page: RunPage,
  journalled: Journalled,
  { after, listener, onBug }: { readonly after: number; readonly listener: Listener<Followed>; readonly onBug: (error: unknown) => void },
): Promise<Unsubscribe> {
  const now = await lookAt(page, journalled);
  if (page.isAtWork()) return page.follow(after, listener);
  if (now !== 'goes-on') {
    const fault = now === 'cut-off' ? cutOff(journalled) : null;
    return page.follow(after, {
      ...listener,
      onEnd: () => {
        listener.onEnd(fault);
      },
    });
  }
  page.begin(null);
  const stop = page.follow(after, listener);
  readToEnd(page, journalled).then(
    (end) => {
      page.end(end === 'cut-off' ? cutOff(journalled) : undefined);
    },
    (error: unknown) => {
      onBug(error);
      const told = error instanceof Error ? error.message : String(error);
      page.end({ code: 'internal', message: journalled.translate(say('cli.internal', { error: told })) });
    },
  );
  return stop;
}
