import { runProcess } from '../process.ts';
import type { Door, Reached } from '../../domain/reach.ts';
import { knock, type KnockOptions } from '../reach/knock.ts';
import type { SystemLookup } from '../reach/lookup.ts';

/** As the C library finds them. A program of its own, which can be ended: the library itself waits as long as it likes. */
const bySystem: SystemLookup = async (host, timeoutMs) => {
  const { ending, stdout } = await runProcess(['getent', 'ahosts', host], { timeoutMs });
  if (ending.kind !== 'exited') return undefined;
  return [...new Set(stdout.match(/^\S+/gm) ?? [])];
};

/** Never rejects: whatever happens is an answer. */
export const reach = (door: Door, options: Omit<KnockOptions, 'bySystem'> = {}): Promise<Reached> =>
  knock(door, { ...options, bySystem });
