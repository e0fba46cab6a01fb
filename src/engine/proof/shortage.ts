/** Whether there is room and memory for what is compiled and run, judged before it is begun. */
import type { Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Memory } from '../../probes/memory.ts';
import { say } from '../../words/say.ts';
import { attempt, type Site } from './site.ts';

/**
 * MiB. Measured with nvcc 13.0 for three generations of cards: 7 of files, 190 of memory. The film takes some more room; the program has 180 of its own
 * in memory, and CUDA's context beside that. Our estimate, with something to spare.
 */
const NEEDED = { folder: 64, memory: 512 } as const;

/** `df -Pk FOLDER`: the fourth word of the second line; null: it does not say. */
export function freeMiBIn(text: string): number | null {
  const kiB = text.split('\n')[1]?.split(/\s+/)[3];
  return kiB !== undefined && /^\d+$/.test(kiB) ? Math.floor(Number(kiB) / 1024) : null;
}

/** Null: there is enough, or nobody says how much there is; then what fails says so itself. */
export async function shortageOf(site: Site, memory: Fact<Memory>): Promise<Message | null> {
  const { folder } = site.workshop;
  const told = await attempt(site, ['df', '-Pk', folder], { atMostMs: 3_000 });
  const freeMiB = told?.ending.kind === 'exited' ? freeMiBIn(told.stdout) : null;
  if (freeMiB !== null && freeMiB < NEEDED.folder) return say('proof.no-room', { folder, freeMiB, neededMiB: NEEDED.folder });
  if (!memory.known) return null;
  const inMemory = memory.value.availableMiB + memory.value.swapFreeMiB;
  return inMemory < NEEDED.memory ? say('proof.no-memory', { freeMiB: inMemory, neededMiB: NEEDED.memory }) : null;
}
