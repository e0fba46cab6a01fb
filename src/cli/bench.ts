/** Composes what a run works with: on this machine, or on a simulated guest in memory. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { STATE_FOLDER } from '../domain/places.ts';
import type { Bench, LiveEvent } from '../engine/bench.ts';
import { fileRunLock, memoryRunLock } from '../journal/run-lock.ts';
import { fileRunStore, memoryRunStore } from '../journal/run-store.ts';
import { linuxExecutor } from '../platform/linux/executor.ts';
import { requireWritable } from '../platform/linux/open-guest.ts';
import { onCancelLine } from './cancel-line.ts';
import { broughtSelf, runtimeOf, stateFolderIn } from './mounted-places.ts';
import { programPath } from './program-path.ts';
import { programVersion } from './program-version.ts';
import type { Source } from './source.ts';

/** Stops at the next safe place on the first Ctrl-C or TERM, or when a program that drives it asks for that; a second Ctrl-C is left to the system. */
function stopSignal(heedsLines: boolean): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      controller.abort();
    });
  }
  if (heedsLines) {
    onCancelLine(() => {
      controller.abort();
    });
  }
  return controller.signal;
}

const pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
  // Expected: the wait is cut short by the signal.
  await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
};

/** `heedsLines`: a program drives it (`--events`) and may ask it to stop by a line on standard input. */
export function benchFor(
  source: Exclude<Source, { kind: 'recorded' }>,
  onEvent: (event: LiveEvent) => void,
  heedsLines = false,
): Bench {
  const { machine } = source;
  const now = () => machine.now();
  const common = { machine, signal: stopSignal(heedsLines), onEvent, version: programVersion };
  if (source.kind === 'simulated') {
    return {
      ...common,
      executor: source.executor,
      store: memoryRunStore(now),
      lock: memoryRunLock(now),
      pause: () => Promise.resolve(),
      self: null,
    };
  }
  const { mounted } = source;
  if (mounted) requireWritable(mounted);
  const folder = stateFolderIn(mounted);
  const backups = join(folder, 'backups');
  return {
    ...common,
    executor: linuxExecutor(mounted ? { guest: mounted, backups, runtime: runtimeOf(mounted) } : { backups }),
    store: fileRunStore(folder, now),
    lock: fileRunLock(folder, now),
    pause,
    self: mounted ? broughtSelf() : { node: process.execPath, program: programPath(), stateFolder: STATE_FOLDER },
  };
}
