import type { Executor, Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { StepState } from '../journal/replay.ts';
import type { RunLock } from '../journal/run-lock.ts';
import type { RunStore } from '../journal/run-store.ts';

/** What is heard while a run works: all that goes into its journal, and what is only for the eyes. Lines are redacted. */
export type LiveEvent =
  | RunEvent
  | { readonly kind: 'output'; readonly t: string; readonly step: string; readonly line: string }
  | { readonly kind: 'progress'; readonly t: string; readonly step: string; readonly message: Message };

/** How this program is started again after a reboot. */
export type Self = {
  /** Absolute paths: of node, and of this program's one file. */
  readonly node: string;
  readonly program: string;
  /** Where the copy lies that outlives the folder into which it was downloaded. */
  readonly stateFolder: string;
};

/** What a run works with. Made by whoever composes the program: on this machine, or on a simulated guest. */
export type Bench = {
  readonly machine: Observer;
  readonly executor: Executor;
  readonly store: RunStore;
  readonly lock: RunLock;
  /** Resolves after that time, or as soon as the signal is aborted. Never rejects. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Stops the run at the next safe place. */
  readonly signal?: AbortSignal;
  readonly onEvent: (event: LiveEvent) => void;
  /** Null: the guest cannot continue by itself (simulated, or mounted at a folder). */
  readonly self: Self | null;
  /** Of this program. */
  readonly version: string;
};

/** How a run ended. Exit codes: done and nothing-to-do 0, failed 3, cancelled 5, reboot 10. */
export type RunOutcome = 'done' | 'nothing-to-do' | 'failed' | 'cancelled' | 'reboot';

export type RunResult = {
  /** Null where there was nothing to do: such a run leaves no trace. */
  readonly run: string | null;
  readonly outcome: RunOutcome;
  readonly steps: readonly StepState[];
  /** What is, what follows, what to do; null where there is nothing to say. */
  readonly message: Message | null;
  /** Files of the user that were kept beside what undo put back. */
  readonly saved: readonly string[];
};
