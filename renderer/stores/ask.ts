import { Refused } from '../../src/contract/client.ts';
import type { Fault } from '../../src/contract/contract.ts';

/** A schema that was not met names every field. */
const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** A call whose refusal is a state to be shown. Anything else is a bug, and is told as one. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Refused ? error.fault : { code: 'internal', message: shortened(error instanceof Error ? error.message : String(error)) };
