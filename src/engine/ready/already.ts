import type { Message } from '../../domain/message.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ReadyParts } from '../../domain/ready-mark.ts';
import { readableTime } from '../../report/readable-time.ts';
import { say } from '../../words/say.ts';
import { differences } from './compare.ts';
import { NONE } from './files.ts';
import { readyParts } from './look.ts';
import { readMark } from './mark.ts';

export type Already =
  /** No run has verified this guest, or its mark cannot be used. */
  | { readonly kind: 'no-mark' }
  | { readonly kind: 'right'; readonly message: Message }
  /** `at`: when it was verified, for the eyes. `differs`: a sentence for each part. */
  | { readonly kind: 'differs'; readonly at: string; readonly differs: readonly Message[] }
  /** What would have to be compared cannot be known now. */
  | { readonly kind: 'not-known'; readonly at: string };

/** Is the guest what the last verified run left, by the same profile and the same version of this program? Changes nothing; takes milliseconds. */
export async function alreadyRight(machine: Observer, profile: Profile, program: string): Promise<Already> {
  const mark = await readMark(machine);
  if (mark === undefined) return { kind: 'no-mark' };
  const parts = await readyParts(machine, profile, program);
  const at = readableTime(mark.at);
  if (parts === undefined) return { kind: 'not-known', at };
  const differs = differences(mark.parts, parts);
  if (differs.length > 0) return { kind: 'differs', at, differs };
  return { kind: 'right', message: rightBy(parts, at) };
}

function rightBy({ driver, kind, kernel, arch }: ReadyParts, at: string): Message {
  return driver === NONE
    ? say('ready.right.no-driver', { at, kernel, arch })
    : say('ready.right', { at, driver, kind, kernel, arch });
}
