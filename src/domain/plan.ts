import type { Action } from './action.ts';
import type { Message } from './message.ts';

/** What a step says of the guest as it is. Asked before (to plan), and after (to verify): only `done` and `not-wanted` are success. */
export type Proposal =
  | { readonly kind: 'done'; readonly because: Message }
  | { readonly kind: 'not-wanted'; readonly because: Message }
  | {
      readonly kind: 'blocked';
      readonly by: Message;
      readonly finding?: string;
      /** An extra that nothing else needs: the rest is carried out without it, and the run does not end well. */
      readonly leftOut?: true;
    }
  | {
      readonly kind: 'todo';
      readonly because: Message;
      readonly actions: readonly Action[];
      /** Nothing but a reboot helps: the step's patience is not spent on it. */
      readonly byRebootAlone?: true;
      readonly warnings?: readonly Message[];
      /** How this is taken back, where that is another matter than the step's usual one. */
      readonly undo?: Message;
      /** What stands now at registry values that will be written or removed, for the diff: `valuePlace(key, name)` → `REG_SZ text`. */
      readonly before?: Readonly<Record<string, string>>;
    };

export type PlannedStep = {
  readonly id: string;
  readonly proposal: Proposal;
  /** How it is taken back, or why not. */
  readonly undo: Message;
  /** What the guest's files say now, for the diffs of what will be written: path, or a value's place, → text (absent: not there or not text). */
  readonly before: Readonly<Record<string, string>>;
};

export type Plan = {
  /** sha256 over goal and actions of the steps to do. Consent is bound to it. */
  readonly digest: string;
  readonly goal: 'compute' | 'workstation';
  readonly steps: readonly PlannedStep[];
};
