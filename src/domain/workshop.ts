import type { Command, Ending } from './machine.ts';

export type Worked = {
  readonly ending: Ending;
  readonly stdout: string;
  readonly stderr: string;
  /** More was written than was kept. */
  readonly truncated: boolean;
};

/**
 * Where programs of ours are built and run: a new folder that nobody else may enter, and that goes with all that is in it. The third
 * port: unlike an observer it may write, and unlike an executor it changes nothing of the guest.
 */
export type Workshop = {
  readonly folder: string;
  /** A file in the folder, by its name there. */
  readonly put: (name: string, text: string) => Promise<void>;
  /**
   * In the folder, with an environment in which its programs leave nothing elsewhere (`HOME`, `TMPDIR`, CUDA's cache). Ends the program
   * and all it started after that time, or when the work is cancelled. Rejects only where the system can start no program.
   */
  readonly run: (
    command: Command,
    options: { readonly timeoutMs: number; readonly env?: Readonly<Record<string, string>> },
  ) => Promise<Worked>;
  /** Since it was opened. */
  readonly elapsedMs: () => number;
  /** Asked to stop: what is not begun is left out. */
  readonly cancelled: () => boolean;
};
