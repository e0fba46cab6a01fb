import { valueOf } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { examine } from './examine.ts';

/** The boot that the guest is in; null: it cannot be known. */
export const bootIdOf = async (machine: Observer): Promise<string | null> =>
  valueOf((await examine(machine, ['boot'])).boot)?.id ?? null;
