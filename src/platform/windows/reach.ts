import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Door, Reached } from '../../domain/reach.ts';
import { knock, type KnockOptions } from '../reach/knock.ts';
import type { SystemLookup } from '../reach/lookup.ts';

/** It says that there is none, or none of a kind that can be used. */
const NONE: readonly unknown[] = ['ENOTFOUND', 'ENODATA'];

/** As any program of Windows finds them: its hosts file, its DNS client with the policies of the domain. */
const bySystem: SystemLookup = async (host, timeoutMs) => {
  const late = sleep(timeoutMs, undefined, { ref: false });
  const found = lookup(host, { all: true }).then(
    (addresses) => [...new Set(addresses.map(({ address }) => address))],
    (error: unknown) => (NONE.includes((error as NodeJS.ErrnoException).code) ? [] : undefined),
  );
  return Promise.race([found, late]);
};

/** Never rejects: whatever happens is an answer. */
export const reach = (door: Door, options: Omit<KnockOptions, 'bySystem'> = {}): Promise<Reached> =>
  knock(door, { ...options, bySystem });
