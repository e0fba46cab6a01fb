import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { Bench } from './bench.ts';

/** A guest that has just booted, or whose host is busy, may take this long for a command that elsewhere takes no time. */
const LONG_MS = 120_000;

/**
 * The bench for a run that changes the machine: a command that did not end in the usual time is asked once more, and given longer, before
 * the run stops for it. A command for which the asker sets a limit keeps it: there the limit itself says something (a driver that hangs).
 */
export function askingAgain(bench: Bench): Bench {
  const { machine } = bench;
  const run: Observer['run'] = async (command, options) => {
    try {
      return await machine.run(command, options);
    } catch (error) {
      const isLate = error instanceof Unobservable && error.ignorance.kind === 'timed-out';
      if (!isLate || options?.timeoutMs !== undefined) throw error;
      return machine.run(command, { ...options, timeoutMs: LONG_MS });
    }
  };
  return { ...bench, machine: { ...machine, run } };
}
