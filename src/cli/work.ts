/** `verify --work`: opens the folder for it, and removes it whatever happens. */
import { tmpdir } from 'node:os';
import { refuse } from '../domain/fault.ts';
import type { Workshop } from '../domain/workshop.ts';
import { prove, simulatedProof } from '../engine/proof/prove.ts';
import type { Proof } from '../engine/proof/part.ts';
import type { Survey } from '../engine/survey.ts';
import { openWorkshop } from '../platform/workshop.ts';
import { isMounted } from '../probes/setting.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import type { Source } from './source.ts';

/** The programs are ended, and whoever waits for them goes on. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => { controller.abort(); });
  return controller.signal;
}

function opened(signal: AbortSignal): Workshop & { readonly close: () => void } {
  try {
    return openWorkshop(signal);
  } catch (error) {
    // Expected: the folder for temporary files is full, read-only or not there.
    throw refuse('failed', say('proof.no-folder', { folder: tmpdir(), error: error instanceof Error ? error.message : String(error) }));
  }
}

/** Refused before anything is looked at, where the source has no GPU that could work. */
export function refuseWorkAwayFrom(call: Call, { kind, machine }: Source): void {
  if (isMounted(machine)) throw refuse('bad-request', say('proof.mounted'));
  if (kind === 'recorded')
    throw refuse('bad-request', say('proof.not-live', { source: call.arguments[0] ?? '' }));
}

/** Throws a fault (`cancelled`) after Ctrl-C. */
export async function workOn(call: Call, { kind }: Source, { facts, task }: Survey): Promise<Proof> {
  if (kind === 'simulated') return simulatedProof();
  const workshop = opened(stopSignal());
  try {
    const proof = await prove(workshop, facts, { gpus: task.gpus, goal: task.choice.goal }, (message) => {
      call.terminal.note(`${call.translate(message)}\n`);
    });
    if (workshop.cancelled()) throw refuse('cancelled', say('proof.cancelled'));
    return proof;
  } finally {
    workshop.close();
  }
}
