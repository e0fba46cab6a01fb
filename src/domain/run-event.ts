/** What a run writes into its journal. One JSON object a line; the state of a run is a fold over them. */
import type { Action } from './action.ts';
import type { Kept } from './machine.ts';
import type { Message } from './message.ts';

export type InstalledPackage = { readonly name: string; readonly version: string; readonly auto: boolean };

/** What stood before an action, so that it can be taken back. */
export type Before = {
  readonly kept: readonly { readonly path: string; readonly kept: Kept }[];
  /** The package set, where the action may change it. */
  readonly packages?: readonly InstalledPackage[];
};

export type RunEvent = { readonly t: string; readonly sequence: number } & (
  | {
      readonly kind: 'run-started';
      readonly run: string;
      readonly goal: string;
      readonly digest: string;
      readonly profile: unknown;
      readonly steps: readonly string[] | null;
      readonly version: string;
    }
  | { readonly kind: 'run-resumed' }
  | { readonly kind: 'step-started'; readonly step: string }
  | {
      readonly kind: 'action-started';
      readonly step: string;
      readonly index: number;
      readonly action: Action;
      readonly before: Before;
    }
  | { readonly kind: 'action-done'; readonly step: string; readonly index: number; readonly folders: readonly string[] }
  | {
      readonly kind: 'action-failed';
      readonly step: string;
      readonly index: number;
      readonly message: Message;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'step-done'; readonly step: string }
  | { readonly kind: 'step-skipped'; readonly step: string; readonly because: Message }
  | {
      readonly kind: 'step-failed';
      readonly step: string;
      readonly message: Message;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'reboot-needed'; readonly step: string; readonly bootId: string | null }
  | { readonly kind: 'run-cancelled' }
  | { readonly kind: 'run-failed'; readonly message: Message }
  | { readonly kind: 'run-done' }
  | { readonly kind: 'undo-started' }
  | { readonly kind: 'action-undone'; readonly of: number }
  | { readonly kind: 'undo-done' }
);

/** A journal being written. Each append is on disk (fsync) when it returns. */
export interface Journal {
  readonly run: string;
  append(event: EventBody): Promise<RunEvent>;
  events(): Promise<readonly RunEvent[]>;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type EventBody = DistributiveOmit<RunEvent, 't' | 'sequence'>;
