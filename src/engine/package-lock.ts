import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import type { PackageManager } from '../probes/package-manager.ts';
import { say } from '../words/say.ts';
import type { Bench } from './bench.ts';
import { examine } from './examine.ts';

const ASK_EVERY_MS = 3_000;
const WAIT_AT_MOST_MS = 10 * 60_000;

/** Who holds the lock of the package manager; null: nobody, or it cannot be seen (then the package manager itself will say). */
async function holder({ machine }: Bench): Promise<PackageManager['lockedBy']> {
  return valueOf((await examine(machine, ['packageManager'])).packageManager)?.lockedBy ?? null;
}

/**
 * Waits until the package manager is free, saying every few seconds who holds it. Returns undefined when it is free (or the run is
 * cancelled: the caller asks), else the sentence that says who has not let go of it in ten minutes.
 */
export async function awaitPackageManager(bench: Bench, step: string): Promise<Message | undefined> {
  for (let waitedMs = 0; ; waitedMs += ASK_EVERY_MS) {
    const by = await holder(bench);
    if (by === null || bench.signal?.aborted) return undefined;
    const who = { program: by.program ?? '?', pid: by.pid ?? '?' };
    if (waitedMs >= WAIT_AT_MOST_MS)
      return say('run.failed.packages-locked', { ...who, minutes: WAIT_AT_MOST_MS / 60_000 });
    const message = say('run.waiting-for-packages', { ...who, seconds: waitedMs / 1000 });
    bench.onEvent({ kind: 'progress', t: bench.machine.now().toISOString(), step, message });
    await bench.pause(ASK_EVERY_MS, bench.signal);
  }
}
