import type { Message } from '../domain/message.ts';

/** One thing that is wrong in a profile. `line` and `column` count from 1; the message names them too. */
export type ProfileMistake = {
  readonly line: number;
  readonly column: number;
  /** Of the key in question, such as `license.featureType`; null where it is the file as a whole. */
  readonly key: string | null;
  /** The nearest right word. */
  readonly near: string | null;
  readonly message: Message;
};

export type Place = Pick<ProfileMistake, 'line' | 'column'>;
