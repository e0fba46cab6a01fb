import { Unobservable, type Fact, type Ignorance } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { probes } from '../probes/index.ts';
import type { Probe } from '../probes/probe.ts';
import { readOnce } from './read-once.ts';

const unknown = (ignorance: Ignorance): Fact<never> => ({ known: false, ignorance });

async function ask(probe: Probe, machine: Observer): Promise<Fact<unknown>> {
  const observe = probe.observe[machine.platform];
  if (observe === undefined) return unknown({ kind: 'unsupported-platform', platform: machine.platform });
  try {
    return { known: true, value: await observe(machine) };
  } catch (error) {
    // The seam of this probe: what it could not see is ignorance, and so is what it stumbled over.
    if (error instanceof Unobservable) return unknown(error.ignorance);
    return unknown({ kind: 'probe-crashed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Hears each question as it is asked (`fact` null) and answered. */
export type Hear = (key: FactKey, fact: Fact<unknown> | null) => void;

/**
 * Asks the machine the questions of `keys` (all where left out), at the same time. Never throws; what was not asked is unknown as `not-in-source`.
 * Changes nothing.
 */
export async function examine(machine: Observer, keys?: readonly FactKey[], hear?: Hear): Promise<Facts> {
  const asked = keys && new Set(keys);
  const seen = readOnce(machine);
  const entries = await Promise.all(
    probes.map(async (probe: Probe<FactKey>): Promise<[FactKey, Fact<unknown>]> => {
      if (asked?.has(probe.key) === false) return [probe.key, unknown({ kind: 'not-in-source', what: probe.key })];
      hear?.(probe.key, null);
      const fact = await ask(probe, seen);
      hear?.(probe.key, fact);
      return [probe.key, fact];
    }),
  );
  return Object.fromEntries(entries) as Facts;
}
