import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench, RunResult } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunStore, statesOf } from '../../src/journal/run-store.ts';
import { simulations } from '../../src/simulated/index.ts';
import { benchOf, PowerCut, type BenchOptions, type Tiny } from './tiny-bench.ts';

const wanting = (layout: string): Profile => ({
  ...defaultProfile,
  cuda: { toolkit: 'none' },
  reboot: 'auto',
  mig: { mode: 'auto', layout, replace: true },
});

async function toTheEnd(world: Tiny, profile: Profile, cut?: NonNullable<BenchOptions['cut']>): Promise<RunResult> {
  const known = (await world.store.ids()).length;
  const start = async (bench: Bench): Promise<RunResult> => {
    const begun = (await statesOf(world.store)).slice(known).at(-1);
    const goesOn = begun !== undefined && begun.status !== 'done';
    return goesOn ? resumeRun(bench, registryPlanner()) : applyPlan(bench, registryPlanner(), { profile, steps: null, expect: null });
  };
  for (let attempt = 0; attempt < 8; attempt++) {
    try {
      const result = await start(benchOf(world, attempt === 0 && cut ? { cut } : {}));
      if (/done|nothing-to-do/.test(result.outcome)) return result;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
  }
  throw new Error('never came to an end');
}

/** An A100 that is cut up already. */
async function cutUp(): Promise<Tiny> {
  const { guest, executor } = simulations.find(({ name }) => name === 'a100-openstack')!.start();
  const world: Tiny = { guest, store: memoryRunStore(() => new Date(guest.now())), executor, steps: [] };
  await toTheEnd(world, wanting('3g.20gb, 2g.10gb'));
  return world;
}

const names = ({ guest }: Tiny): readonly string[] => {
  const state = JSON.parse(guest.files.text('/sys/bus/pci/devices/0000:00:05.0/simulated-mig') ?? '{}') as {
    readonly instances: readonly { readonly name: string; readonly parts: readonly unknown[] }[];
  };
  return state.instances.map(({ name, parts }) => `${name}${parts.length > 0 ? '' : ' empty'}`).toSorted();
};

describe('MIG instances, where the power is cut', () => {
  it.each([3, 5, 6, 7, 8, 9])('at note %d of the journal, are those of the layout after resume, and those of before after undo', async (at) => {
    const world = await cutUp();
    await toTheEnd(world, wanting('3g.20gb x2'), { at, event: 'written' });
    expect(names(world)).toEqual(['3g.20gb', '3g.20gb']);
    await undoRun(benchOf(world), null);
    expect(names(world)).toEqual(['2g.10gb', '3g.20gb']);
  });

  it.each([2, 3, 4, 5, 6])('at note %d of an undo, are those of before once it is asked for again', async (at) => {
    const world = await cutUp();
    await toTheEnd(world, wanting('3g.20gb x2'));
    const run = (await world.store.ids()).at(-1)!;
    await expect(undoRun(benchOf(world, { cut: { at, event: 'lost' } }), run)).rejects.toThrow(PowerCut);
    await undoRun(benchOf(world), run);
    expect(names(world)).toEqual(['2g.10gb', '3g.20gb']);
  });
});
