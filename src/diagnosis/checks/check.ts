import type { Choice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Gpu } from '../../domain/gpu.ts';
import type { Message } from '../../domain/message.ts';
import type { Profile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';

/** One line of `gpu-guest/verification@1`, before it is put into words. */
export type Check = {
  readonly id: string;
  readonly ok: boolean;
  readonly expected: Message;
  readonly found: Message;
  /** The very text that shows it; null where there is none. */
  readonly evidence: string | null;
};

/** What is to be reached. */
export type Aim = { readonly profile: Profile; readonly gpus: readonly Gpu[]; readonly choice: Choice };

export const text = (words: string): Message => say('check.text', { text: words });

/** What is not known is not as it should be: the check fails and says why. */
export function withKnown<T>(
  id: string,
  fact: Fact<T>,
  expected: Message,
  judge: (value: T) => Check | readonly Check[],
): readonly Check[] {
  const value = valueOf(fact);
  if (!fact.known || value === undefined)
    return [
      { id, ok: false, expected, found: say('check.unknown'), evidence: fact.known ? null : fact.ignorance.kind },
    ];
  return [judge(value)].flat();
}
