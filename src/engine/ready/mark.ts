/** The mark that a verified guest bears. It may be missing where it could stand; it may never stand where it does not hold. */
import { Unobservable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { READY_MARK, STATE_FOLDER } from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import { ReadyMark } from '../../domain/ready-mark.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import type { Bench } from '../bench.ts';
import { differences } from './compare.ts';
import { readyParts } from './look.ts';

/** Undefined also where it cannot be read, was cut short, or is of a version that is not known here. */
export async function readMark(machine: Observer): Promise<ReadyMark | undefined> {
  try {
    return ReadyMark.safeParse(JSON.parse((await machine.read(READY_MARK)) ?? '')).data;
  } catch (error) {
    // Expected: no mark, no JSON, no permission.
    if (error instanceof Unobservable || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Before anything is changed: from here on nothing is claimed. */
export async function forgetMark({ machine, executor }: Bench): Promise<void> {
  if (machine.platform === 'windows') return;
  const stands = await ifObservable(machine.status(READY_MARK).then((status) => status !== undefined));
  if (stands === false) return;
  await executor.remove(READY_MARK, 'one');
  await executor.removeEmptyFolder(STATE_FOLDER);
}

/** After the whole plan has been verified. `run` null: there was nothing to do. */
export async function leaveMark(bench: Bench, profile: Profile, run: string | null): Promise<void> {
  const { machine, executor, version } = bench;
  // What is compared in milliseconds are files of Linux: a Windows guest is looked at each time.
  if (machine.platform === 'windows') return;
  const parts = await readyParts(machine, profile, version);
  const stands = await readMark(machine);
  if (parts !== undefined && stands !== undefined && differences(stands.parts, parts).length === 0) return;
  try {
    if (parts === undefined) {
      await forgetMark(bench);
      return;
    }
    const mark: ReadyMark = { schema: 'gpu-guest/ready@1', at: machine.now().toISOString(), run, parts };
    // Root's alone: which files a guest holds is nobody else's business.
    await executor.write(READY_MARK, `${JSON.stringify(mark, null, 2)}\n`, 0o600);
  } catch {
    // Expected: no room, a read-only disk. The run has done its work; a mark that no longer holds is found out when it is compared.
  }
}
