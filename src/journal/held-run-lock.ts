/** The lock of a Windows machine, which tells nobody when a process was started: who works holds a file open that no other may open. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../domain/fault.ts';
import { busy, parseHolder, type Holder, type RunLock } from './run-lock.ts';

/** Whoever only asks holds it for a moment. */
const TRIES = 5;
const WAIT_MS = 100;

export type Holding = {
  /** Undefined: somebody else holds it. */
  readonly hold: (path: string) => Promise<{ readonly close: () => Promise<void> } | undefined>;
  /** Asked also by whoever may not write there. */
  readonly isHeld: (path: string) => Promise<boolean>;
};

export function heldRunLock(stateFolder: string, now: () => Date, { hold, isHeld }: Holding): RunLock {
  const [lock, held] = [join(stateFolder, 'lock'), join(stateFolder, 'lock.held')];
  const named = async (): Promise<Holder | null> =>
    readFile(lock, 'utf8').then(parseHolder, () => null);
  return {
    holder: async () => ((await isHeld(held)) ? named() : null),
    async take(run) {
      await mkdir(stateFolder, { recursive: true });
      for (let tries = 0; tries < TRIES; tries++) {
        const mine = await hold(held);
        if (mine !== undefined) {
          const holder: Holder = { pid: process.pid, startedTicks: null, bootId: null, run, since: now().toISOString() };
          await writeFile(lock, JSON.stringify(holder));
          return async () => {
            await rm(lock, { force: true });
            await mine.close();
            await rm(held, { force: true }).catch(() => undefined);
          };
        }
        await sleep(WAIT_MS);
      }
      const holder = await named();
      throw holder ? busy(holder) : refuse('busy', { key: 'run.busy-unknown', values: { file: held } });
    },
  };
}
