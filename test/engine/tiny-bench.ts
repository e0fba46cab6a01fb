/** A bench on a tiny guest, as each start of the program has a fresh one; and a power that can be cut. */
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import type { EventBody, RunEvent } from '../../src/domain/run-event.ts';
import type { Bench, LiveEvent } from '../../src/engine/bench.ts';
import { memoryRunLock, type RunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore, type RunStore } from '../../src/journal/run-store.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { executorOf, observerOf } from '../../src/simulated/ports.ts';
import type { Step } from '../../src/steps/step.ts';
import { tinyGuest } from './tiny-guest.ts';
import { tinySteps } from './tiny-steps.ts';

export const autoProfile: Profile = { ...defaultProfile, reboot: 'auto' };

/** The power goes: nothing after it happens. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export type Tiny = {
  readonly guest: Guest;
  readonly store: RunStore;
  readonly executor: Bench['executor'];
  readonly steps: readonly Step[];
};

export function tiny(): Tiny {
  const guest = tinyGuest();
  return {
    guest,
    store: memoryRunStore(() => new Date(guest.now())),
    executor: executorOf(guest),
    steps: tinySteps(guest),
  };
}

export type BenchOptions = {
  /** Cuts the power at the nth append, with the event on disk or before it is. */
  readonly cut?: { readonly at: number; readonly event: 'written' | 'lost' };
  readonly signal?: AbortSignal;
  readonly lock?: RunLock;
  readonly heard?: LiveEvent[];
};

/** A bench as a fresh process would have it: guest, store and kept files live on, the lock does not. */
export function benchOf({ guest, store, executor }: Tiny, { cut, signal, lock, heard = [] }: BenchOptions = {}): Bench {
  const now = () => new Date(guest.now());
  let appends = 0;
  const cutting = (journal: Awaited<ReturnType<RunStore['begin']>>): typeof journal => ({
    ...journal,
    append: async (event: EventBody): Promise<RunEvent> => {
      const isCut = ++appends === cut?.at;
      if (isCut && cut.event === 'lost') throw new PowerCut();
      const written = await journal.append(event);
      if (isCut) throw new PowerCut();
      return written;
    },
  });
  return {
    machine: observerOf(guest, 'tiny'),
    executor,
    store: {
      ids: () => store.ids(),
      begin: async () => cutting(await store.begin()),
      open: async (run) => {
        const journal = await store.open(run);
        return journal && cutting(journal);
      },
    },
    lock: lock ?? memoryRunLock(now),
    pause: async (ms) => {
      guest.wait(ms);
    },
    ...(signal && { signal }),
    onEvent: (event) => heard.push(event),
    self: { node: '/usr/bin/node', program: '/opt/gpu-guest.js', stateFolder: '/var/lib/gpu-guest' },
    version: '0',
  };
}
