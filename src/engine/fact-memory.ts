import type { Observer } from '../domain/machine.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { probes } from '../probes/index.ts';
import { examine } from './examine.ts';

/** Facts that are looked up once, until something has been changed. */
export type FactMemory = {
  /** The facts of these keys; others may be unknown. */
  readonly at: (keys: readonly FactKey[]) => Promise<Facts>;
  /** After every action: what was known may no longer be so. */
  readonly forget: () => void;
};

export function factMemory(machine: Observer, already?: Facts): FactMemory {
  let facts: Facts | undefined = already;
  const known = new Set<FactKey>(already ? probes.map(({ key }) => key) : []);
  return {
    async at(keys) {
      const missing = keys.filter((key) => !known.has(key));
      if (facts === undefined || missing.length > 0) {
        const found = await examine(machine, missing);
        facts = { ...(facts ?? found), ...Object.fromEntries(missing.map((key) => [key, found[key]])) };
        for (const key of missing) known.add(key);
      }
      return facts;
    },
    forget() {
      facts = undefined;
      known.clear();
    },
  };
}
