import type { Message } from '../domain/message.ts';
import type { Memory } from '../probes/memory.ts';
import { say } from '../words/say.ts';
import { chosenIn } from './driver/chosen.ts';
import type { Task } from './step.ts';

/**
 * MiB beside what runs already; our estimates, as NVIDIA names no figures. A module is compiled file by file and linked and checked as a whole
 * (objtool reads all of its 100 MiB). The runfiles unpack with a window of some 64 MiB, and so does xz. A package manager holds its index.
 */
const NEEDED = { driver: 700, cuda: 400, library: 250, containers: 200, fabric: 200 } as const;

export type MemoryShortage = { readonly freeMiB: number; readonly neededMiB: number; readonly what: Message };

type Wish = { readonly what: Message; readonly miB: number };

/** What the steps ahead take at most, one after the other: the largest counts. */
function wishes({ choice }: Task): readonly Wish[] {
  const source = chosenIn({ choice })?.source.kind;
  const { libraries, cuda, containers, fabric } = choice;
  const isWanted = (kind: string): boolean => kind !== 'not-wanted' && kind !== 'unavailable';
  const named = (name: 'cuDNN' | 'NCCL'): Wish => ({ what: say('room.library', { name }), miB: NEEDED.library });
  return [
    ...(source === 'media' || source === 'distro' ? [{ what: say('room.driver'), miB: NEEDED.driver }] : []),
    ...(cuda.kind === 'install' ? [{ what: say('room.cuda'), miB: NEEDED.cuda }] : []),
    ...(isWanted(libraries.cudnn.kind) ? [named('cuDNN')] : []),
    ...(isWanted(libraries.nccl.kind) ? [named('NCCL')] : []),
    ...(isWanted(fabric.kind) ? [{ what: say('room.fabric'), miB: NEEDED.fabric }] : []),
    ...(isWanted(containers.kind) ? [{ what: say('room.containers'), miB: NEEDED.containers }] : []),
  ];
}

/** Null: there is enough. Swap counts: it is slow, and a build ends. */
export function memoryShortage(task: Task, { availableMiB, swapFreeMiB }: Memory): MemoryShortage | null {
  const [most] = wishes(task).toSorted((a, b) => b.miB - a.miB);
  const freeMiB = availableMiB + swapFreeMiB;
  return most && freeMiB < most.miB ? { freeMiB, neededMiB: most.miB, what: most.what } : null;
}
