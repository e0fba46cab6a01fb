import { expect, it } from 'vitest';
import type { FaultError } from '../../src/domain/fault.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { statesOf } from '../../src/journal/run-store.ts';
import { benchOf, tiny } from './tiny-bench.ts';
import { ORDER, planner } from './to-the-end.ts';

const fault = (answer: Promise<unknown>) => answer.then(() => 'none', (error: unknown) => (error as FaultError).fault);
const OTHER = 'f'.repeat(64);

it('a run of another plan than the one named is neither gone on with nor taken back', async () => {
  const world = tiny();
  const bench = benchOf(world);
  expect((await applyPlan(bench, planner(world), ORDER)).outcome).toBe('reboot');
  const [begun] = await statesOf(world.store);
  const before = (await statesOf(world.store)).at(-1)?.status;
  const refused = { code: 'machine-changed', message: { key: 'run.another-plan', values: { run: begun?.run } } };
  expect(await fault(resumeRun(bench, planner(world), { expect: OTHER }))).toMatchObject(refused);
  expect(await fault(undoRun(bench, null, { expect: OTHER }))).toMatchObject(refused);
  expect((await statesOf(world.store)).at(-1)?.status).toBe(before);

  const digest = begun?.digest ?? '';
  let result = await resumeRun(bench, planner(world), { expect: digest });
  while (result.outcome === 'reboot') result = await resumeRun(bench, planner(world), { expect: digest });
  expect(result.outcome).toBe('done');
  expect((await undoRun(bench, null, { expect: digest })).outcome).toBe('done');
});
