/** Composes what a run works with: on this machine, or on a simulated guest in memory. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Executor } from '../domain/machine.ts';
import type { Bench, LiveEvent } from '../engine/bench.ts';
import { memoryRunLock } from '../journal/run-lock.ts';
import { fileRunStore, memoryRunStore } from '../journal/run-store.ts';
import { platformHere } from '../platform/index.ts';
import { linuxExecutor } from '../platform/linux/executor.ts';
import { requireWritable } from '../platform/linux/open-guest.ts';
import { windowsExecutor } from '../platform/windows/executor.ts';
import { onCancelLine } from './cancel-line.ts';
import { broughtSelf, runtimeOf, stateFolderIn } from './mounted-places.ts';
import { programPath } from './program-path.ts';
import { programVersion } from './program-version.ts';
import { runLockHere } from './run-lock-here.ts';
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

type Live = Extract<Source, { kind: 'live' }>;

function executorFor({ mounted }: Live, stateFolder: string): Executor {
  if (platformHere() === 'windows') return windowsExecutor(stateFolder);
  const backups = join(stateFolder, 'backups');
  return linuxExecutor(mounted ? { guest: mounted, backups, runtime: runtimeOf(mounted) } : { backups });
}

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
  return {
    ...common,
    executor: executorFor(source, folder),
    store: fileRunStore(folder, now),
    lock: runLockHere(folder, now),
    pause,
    self: mounted ? broughtSelf() : { node: process.execPath, program: programPath(), stateFolder: folder },
  };
}
