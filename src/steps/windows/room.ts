import type { Disk } from '../../probes/disk.ts';
import { chosenIn } from '../driver/chosen.ts';
import type { Shortage } from '../room.ts';
import type { Task } from '../step.ts';

const MIB = 1024 * 1024;
const JOURNAL_MIB = 50;
/** Setup unpacks itself beside what it installs, and Windows keeps a copy of each driver in its store. */
const TIMES_PACKAGE = 3;
/** Of packages whose size is not known. */
const USUAL_PACKAGE = 800 * MIB;
const USUAL_CUDA = 3200 * MIB;

function neededMiB(task: Task): number {
  const source = chosenIn(task)?.source;
  const { cuda } = task.choice;
  const driver = source?.kind === 'media' ? (source.sizeBytes ?? USUAL_PACKAGE) : 0;
  const toolkit = cuda.kind === 'install' ? (cuda.sizeBytes ?? USUAL_CUDA) : 0;
  return JOURNAL_MIB + Math.ceil((TIMES_PACKAGE * (driver + toolkit)) / MIB);
}

/** What drive C lacks for what is to come; null: nothing, or nobody has looked. */
export function shortage(task: Task, disk: Disk): Shortage | null {
  const [drive] = disk;
  const needed = neededMiB(task);
  return drive === undefined || drive.freeMiB >= needed ? null : { mount: drive.mount, freeMiB: drive.freeMiB, neededMiB: needed };
}
