import type { Observer } from '../domain/machine.ts';
import { MIG_SCRIPT, MIG_UNIT, MIG_WANTED } from '../domain/places.ts';
import { defineProbe } from './probe.ts';

/** What makes MIG instances anew at each boot, as a step of ours has put it in place; null: not there. */
export type MigUnit = { readonly script: string | null; readonly unit: string | null; readonly enabled: boolean };

export const migUnit = defineProbe({
  key: 'migUnit',
  question: 'Are MIG instances made anew at each boot?',
  observe: {
    linux: async (machine: Observer): Promise<MigUnit> => ({
      script: (await machine.read(MIG_SCRIPT)) ?? null,
      unit: (await machine.read(MIG_UNIT)) ?? null,
      enabled: (await machine.status(MIG_WANTED)) !== undefined,
    }),
  },
});
