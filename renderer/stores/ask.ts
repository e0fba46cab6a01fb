import { Refused } from '../../src/contract/client.ts';
import type { Fault } from '../../src/contract/contract.ts';

/** A call whose refusal is a state to be shown. Anything else is a bug, and is told as one. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Refused ? error.fault : { code: 'internal', message: error instanceof Error ? error.message : String(error) };
