import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulations } from '../../src/simulated/index.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { executorOf, observerOf } from '../../src/simulated/ports.ts';
import { snapshot } from './tiny-guest.ts';

const ORDER = { profile: { ...defaultProfile, reboot: 'auto' as const }, steps: null, expect: null };

function benchOn(guest: Guest): Bench {
  const now = () => new Date(guest.now());
  return {
    machine: observerOf(guest, 'simulated'),
    executor: executorOf(guest),
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: async (ms) => {
      guest.wait(ms);
    },
    onEvent: () => undefined,
    self: null,
    version: '0',
  };
}

/** Folders are left out: a real guest has those that packages share, a simulated one makes them when they are first used. So is what no disk holds. */
const filesOf = (guest: Guest) =>
  Object.fromEntries(
    Object.entries(snapshot(guest)).filter(([path, what]) => what !== 'folder' && !/^\/(run|sys)\//.test(path)),
  );

describe.each(simulations.map((simulation) => [simulation.name, simulation] as const))(
  'the simulated guest %s',
  (_, { build }) => {
    it('is brought to its goal or to a sentence, stays there, and is brought back', async () => {
      const guest = build();
      const start = filesOf(guest);
      const bench = benchOn(guest);
      const planner = registryPlanner();
      let result = await applyPlan(bench, planner, ORDER);
      while (result.outcome === 'reboot') result = await resumeRun(bench, planner);
      expect(['done', 'nothing-to-do', 'failed']).toContain(result.outcome);
      if (result.outcome === 'done') expect((await applyPlan(bench, planner, ORDER)).outcome).toBe('nothing-to-do');
      if (result.run !== null) await undoRun(bench, result.run);
      expect(filesOf(guest)).toEqual(start);
    });
  },
);
