import { refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';
import type { Bench } from './bench.ts';

const ASK_EVERY_MS = 1_000;
const WAIT_AT_MOST_MS = 2 * 60 * 60_000;

/** A command that outlived its run is let finish before anything else is changed: two installers at once would ruin each other's work. */
export async function awaitOrphan({ executor, machine, pause, signal, onEvent }: Bench, step: string): Promise<void> {
  for (let waitedMs = 0; !signal?.aborted; waitedMs += ASK_EVERY_MS) {
    const command = await executor.orphan?.();
    if (command === undefined) return;
    if (waitedMs >= WAIT_AT_MOST_MS)
      throw refuse('failed', say('run.failed.orphan', { command, minutes: WAIT_AT_MOST_MS / 60_000 }));
    if (waitedMs % (5 * ASK_EVERY_MS) === 0) {
      const message = say('run.waiting-for-orphan', { command, seconds: waitedMs / 1000 });
      onEvent({ kind: 'progress', t: machine.now().toISOString(), step, message });
    }
    await pause(ASK_EVERY_MS, signal);
  }
}
