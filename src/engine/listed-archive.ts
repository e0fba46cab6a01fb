import type { LibraryName } from '../domain/choice.ts';
import type { Observer } from '../domain/machine.ts';
import { listMembers } from '../media/kinds/library-archive.ts';
import type { Task } from '../steps/step.ts';

const LIBRARY: Readonly<Record<string, LibraryName>> = { 'cudnn.install': 'cudnn', 'nccl.install': 'nccl' };

/** The task of this step; an archive that nothing on the guest could list when the media were read is listed now, as tar and xz have come before it. */
export async function withListedArchive(machine: Observer, step: string, task: Task): Promise<Task> {
  const name = LIBRARY[step];
  if (name === undefined) return task;
  const choice = task.choice.libraries[name];
  if (choice.kind !== 'archive' || choice.members !== null) return task;
  const listed = await listMembers(machine, name, choice.file);
  const { cudaMajor, rejected } = choice;
  const known = listed.kind === 'members' ? { ...choice, members: listed.members } : ({ kind: 'unavailable', cudaMajor, why: listed.why, rejected } as const);
  return { ...task, choice: { ...task.choice, libraries: { ...task.choice.libraries, [name]: known } } };
}
