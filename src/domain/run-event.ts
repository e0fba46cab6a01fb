/** What a run writes into its journal. One JSON object a line; the state of a run is a fold over them. */
import type { Action } from './action.ts';
import type { Kept, KeptValue } from './machine.ts';
import type { Message } from './message.ts';

export type InstalledPackage = { readonly name: string; readonly version: string; readonly auto: boolean };

/** A GPU instance of MIG; whether something can run in it, and where on the card it lies. */
export type KeptInstance = {
  readonly id: number;
  readonly name: string;
  readonly start: number;
  readonly filled: boolean;
  /** The compute instances in it; left out by runs of before they were kept: one of its whole size where it is filled. */
  readonly compute?: readonly { readonly id: number; readonly name: string }[];
};

/** What stood before an action, so that it can be taken back. */
export type Before = {
  readonly kept: readonly { readonly path: string; readonly kept: Kept }[];
  /** Values of the registry. */
  readonly values?: readonly { readonly key: string; readonly name: string; readonly kept: KeptValue }[];
  /** Keys on the way to a value that were not there, outermost first. */
  readonly keys?: readonly string[];
  /** The package set, where the action may change it. */
  readonly packages?: readonly InstalledPackage[];
  /** Where the action may change the MIG instances of a GPU: those that there were. */
  readonly instances?: readonly KeptInstance[];
  /** Folders on the way to what is written that were not there, outermost first. */
  readonly folders?: readonly string[];
};

/** What an action did to the package set: names (with version where several may stand side by side) against what stood before. */
export type PackageChange = {
  readonly added: readonly InstalledPackage[];
  readonly removed: readonly InstalledPackage[];
  /** As they were before: another version, or another auto mark. */
  readonly changed: readonly InstalledPackage[];
};

/** Digests of what a machine is known by; null: it has none, or it cannot be read. */
export type MachineMark = {
  /** Of /etc/machine-id. */
  readonly id: string | null;
  /** Of the UUID that its firmware tells. */
  readonly hardware: string | null;
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
      readonly machine?: MachineMark;
    }
  /** `machine`: it goes on here although it was begun on another. */
  | { readonly kind: 'run-resumed'; readonly machine?: MachineMark }
  /** `refreshes`: owed from here on, until each is done; a run that is cut off still owes them. */
  | { readonly kind: 'step-started'; readonly step: string; readonly refreshes?: readonly Action[] }
  | {
      readonly kind: 'action-started';
      readonly step: string;
      readonly index: number;
      readonly action: Action;
      readonly before: Before;
    }
  | {
      readonly kind: 'action-done';
      readonly step: string;
      readonly index: number;
      readonly folders: readonly string[];
      readonly packages?: PackageChange;
    }
  | {
      readonly kind: 'action-failed';
      readonly step: string;
      readonly index: number;
      readonly message: Message;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'step-done'; readonly step: string }
  /** `leftOut`: not because it is as it should be, but because it cannot be had. */
  | { readonly kind: 'step-skipped'; readonly step: string; readonly because: Message; readonly leftOut?: true }
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
  /** `rebootDue`: the boot in which the kernel still has what was taken back; left out where it has nothing of that. */
  | { readonly kind: 'undo-done'; readonly rebootDue?: { readonly bootId: string | null } }
);

/** A journal being written. Each append is on disk (fsync) when it returns. */
export interface Journal {
  readonly run: string;
  append(event: EventBody): Promise<RunEvent>;
  events(): Promise<readonly RunEvent[]>;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type EventBody = DistributiveOmit<RunEvent, 't' | 'sequence'>;
