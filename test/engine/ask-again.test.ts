import { expect, it } from 'vitest';
import { writeFile } from '../../src/domain/act.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { CUDA_LIBRARIES } from '../../src/domain/places.ts';
import { askingAgain } from '../../src/engine/ask-again.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import { examine } from '../../src/engine/examine.ts';
import type { Planner } from '../../src/engine/planner.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { succeeded } from '../../src/simulated/guest.ts';
import { defineStep, done } from '../../src/steps/step.ts';
import { benchOf, tiny, type Tiny } from './tiny-bench.ts';
import { because, tinyPlanner, todo } from './tiny-steps.ts';
import { ORDER } from './to-the-end.ts';

/** A busy guest: no command ends within its usual time. */
function busy(machine: Observer, patienceMs = 60_000): { readonly machine: Observer; readonly asked: string[] } {
  const asked: string[] = [];
  const run: Observer['run'] = async (command, options) => {
    const limit = options?.timeoutMs ?? 30_000;
    asked.push(`${command[0]} ${limit}`);
    if (limit < patienceMs) throw new Unobservable({ kind: 'timed-out', target: command.join(' '), afterMs: limit });
    return machine.run(command, options);
  };
  return { machine: { ...machine, run }, asked };
}

/** A guest whose one step is about what only a command says. */
function world(): Tiny {
  const bare = tiny();
  bare.guest.files.put('/sys/firmware/efi', { kind: 'folder', mode: 0o755 });
  bare.guest.programs.set('mokutil', () => succeeded('SecureBoot disabled\n'));
  const step = defineStep({
    id: 'nouveau.disable',
    on: ['linux'],
    cures: [],
    needs: ['secureBoot', 'pathFiles'],
    undo: because,
    propose: ({ secureBoot, pathFiles }) =>
      secureBoot === 'off' && pathFiles.ldSoConfD === 'here' ? done(because) : todo(writeFile(CUDA_LIBRARIES, 'here')),
  });
  return { ...bare, steps: [step] };
}

const planner = (tinyWorld: Tiny): Planner => {
  const usual = tinyPlanner(tinyWorld.guest, tinyWorld.steps);
  const taskOf: Planner['taskOf'] = async (machine, ...more) => ({
    ...(await usual.taskOf(machine, ...more)),
    facts: await examine(machine, ['secureBoot', 'pathFiles', 'packageList', 'boot', 'rights']),
  });
  return { ...usual, taskOf };
};

it('comes to its end on a guest so busy that each command takes longer than usual', async () => {
  const guest = world();
  const bench = benchOf(guest);
  const on = (patienceMs: number) => ({ ...bench, machine: busy(bench.machine, patienceMs).machine });
  expect(await applyPlan(on(60_000), planner(guest), ORDER)).toMatchObject({ outcome: 'done' });
  expect((await undoRun(on(60_000), null)).outcome).toBe('done');
  expect(await applyPlan(on(Infinity), planner(guest), ORDER)).toMatchObject({ outcome: 'failed' });
});

it('asks no more than twice, and gives no more time where the asker has set a limit', async () => {
  const { machine, asked } = busy(benchOf(tiny()).machine, Infinity);
  const patient = askingAgain({ ...benchOf(tiny()), machine }).machine;
  const late = { ignorance: { kind: 'timed-out' } };
  await expect(patient.run(['df'])).rejects.toMatchObject(late);
  await expect(patient.run(['nvidia-smi'], { timeoutMs: 60_000 })).rejects.toMatchObject(late);
  expect(asked).toEqual(['df 30000', 'df 120000', 'nvidia-smi 60000']);
});
