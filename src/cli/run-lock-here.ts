import type { RunLock } from '../journal/run-lock.ts';
import { fileRunLock } from '../journal/run-lock.ts';
import { heldRunLock } from '../journal/held-run-lock.ts';
import { platformHere } from '../platform/index.ts';
import { holdAlone, isHeld } from '../platform/windows/held-file.ts';
import { runToEnd } from '../platform/windows/run-to-end.ts';
import { secureStateFolder } from '../platform/windows/state-folder.ts';

/** The lock of a state folder. On Windows the folder is closed to others before the first thing is written there. */
export function runLockHere(stateFolder: string, now: () => Date): RunLock {
  if (platformHere() !== 'windows') return fileRunLock(stateFolder, now);
  const lock = heldRunLock(stateFolder, now, { hold: holdAlone, isHeld });
  return {
    ...lock,
    take: async (run) => {
      await secureStateFolder(stateFolder, (command, timeoutMs) => runToEnd(command, { timeoutMs }));
      return lock.take(run);
    },
  };
}
