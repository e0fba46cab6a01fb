import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { RunResult } from '../../src/engine/bench.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { statesOf } from '../../src/journal/run-store.ts';
import { autoProfile, benchOf, PowerCut, tiny, type BenchOptions, type Tiny } from './tiny-bench.ts';
import { snapshot } from './tiny-guest.ts';
import { tinyPlanner } from './tiny-steps.ts';

type Cut = NonNullable<BenchOptions['cut']>;
const ORDER = { profile: autoProfile, steps: null, expect: null };

/** What a person and the unit do after each end of the program: start it again, until it says that it is done. */
async function toTheEnd(world: Tiny, cuts: readonly Cut[]): Promise<RunResult> {
  const planner = tinyPlanner(world.guest, world.steps);
  for (let start = 0; start < 40; start++) {
    const cut = cuts[start];
    const bench = benchOf(world, cut ? { cut } : {});
    try {
      const begun = (await statesOf(world.store)).at(-1);
      const goesOn = begun !== undefined && begun.status !== 'done' && begun.status !== 'undone';
      const result = goesOn ? await resumeRun(bench, planner) : await applyPlan(bench, planner, ORDER);
      if (result.outcome !== 'reboot') return result;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
  }
  throw new Error('never came to an end');
}

async function undoToTheEnd(world: Tiny, cuts: readonly Cut[]): Promise<void> {
  for (const cut of [...cuts, undefined]) {
    try {
      await undoRun(benchOf(world, cut ? { cut } : {}), null);
      return;
    } catch (error) {
      // Cut after its last word, or before the first action: there is nothing left to take back.
      if (error instanceof FaultError && error.fault.code === 'not-found') return;
      if (!(error instanceof PowerCut)) throw error;
    }
  }
}

async function finished(cuts: readonly Cut[] = []): Promise<Tiny> {
  const world = tiny();
  const result = await toTheEnd(world, cuts);
  expect(result.outcome).toMatch(/done|nothing-to-do/);
  return world;
}

const someCuts = (most: number) =>
  fc.array(fc.record({ at: fc.integer({ min: 1, max: most }), event: fc.constantFrom('written', 'lost') }), {
    minLength: 1,
    maxLength: 5,
  });

describe('a run', async () => {
  const uncut = await finished();
  const end = snapshot(uncut.guest);
  const journal = await (await uncut.store.open((await uncut.store.ids())[0]!))!.events();

  it('reaches what it set out for, and leaves nothing of its own behind', () => {
    expect(end['/etc/ld.so.conf.d/gpu-guest-cuda.conf']).toContain('blacklist');
    expect(end['/boot/initrd.img']).toContain('made from: blacklist');
    expect(end['/etc/nvidia/ClientConfigToken/new.tok']).toBe('744 a token, byte for byte');
    expect(Object.keys(end).filter((path) => path.includes('resume') || path.includes('/program'))).toEqual([]);
  });

  it('is followed by a plan with nothing to do, which leaves no trace', async () => {
    const again = await applyPlan(benchOf(uncut), tinyPlanner(uncut.guest, uncut.steps), ORDER);
    expect(again).toMatchObject({ outcome: 'nothing-to-do', run: null });
    expect(await uncut.store.ids()).toHaveLength(1);
    expect(snapshot(uncut.guest)).toEqual(end);
  });

  it('reaches the same end wherever the power is cut once', async () => {
    for (const event of ['written', 'lost'] as const)
      for (let at = 1; at <= journal.length; at++) {
        const world = await finished([{ at, event }]);
        expect(snapshot(world.guest), `cut at ${at}, ${event}`).toEqual(end);
      }
  });

  it('reaches the same end however often the power is cut', () =>
    fc.assert(
      fc.asyncProperty(someCuts(25), async (cuts) => {
        expect(snapshot((await finished(cuts)).guest)).toEqual(end);
      }),
      { numRuns: 60 },
    ));
});

describe('undo', () => {
  const start = snapshot(tiny().guest);

  it('restores every byte and every package, marks included', async () => {
    const world = await finished();
    await undoToTheEnd(world, []);
    expect(snapshot(world.guest)).toEqual(start);
  });

  it('restores every byte of a run that was cut off anywhere, also when it is cut off itself', () =>
    fc.assert(
      fc.asyncProperty(someCuts(40), someCuts(25), async ([cut], undoCuts) => {
        const world = tiny();
        await applyPlan(benchOf(world, { cut: cut! }), tinyPlanner(world.guest, world.steps), ORDER).catch(
          (error: unknown) => {
            if (!(error instanceof PowerCut)) throw error;
          },
        );
        await undoToTheEnd(world, undoCuts);
        expect(snapshot(world.guest)).toEqual(start);
      }),
      { numRuns: 120 },
    ));

  it('ends the same wherever it is cut off once', async () => {
    for (const event of ['written', 'lost'] as const)
      for (let at = 1; at <= 30; at++) {
        const world = await finished();
        await undoToTheEnd(world, [{ at, event }]);
        expect(snapshot(world.guest), `cut at ${at}, ${event}`).toEqual(start);
      }
  });
});
