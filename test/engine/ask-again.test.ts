import { expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { askingAgain } from '../../src/engine/ask-again.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { benchOf, tiny } from './tiny-bench.ts';
import { ORDER, planner } from './to-the-end.ts';

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

it('comes to its end, and back, on a guest so busy that each command takes longer than usual', async () => {
  const world = tiny();
  const bench = benchOf(world);
  const onBusy = { ...bench, machine: busy(bench.machine).machine };
  expect((await applyPlan(onBusy, planner(world), { ...ORDER })).outcome).not.toBe('failed');
  expect((await undoRun(onBusy, null)).outcome).not.toBe('failed');
});

it('asks no more than twice, and gives no more time where the asker has set a limit', async () => {
  const { machine, asked } = busy(benchOf(tiny()).machine, Infinity);
  const patient = askingAgain({ ...benchOf(tiny()), machine }).machine;
  const late = { ignorance: { kind: 'timed-out' } };
  await expect(patient.run(['df'])).rejects.toMatchObject(late);
  await expect(patient.run(['nvidia-smi'], { timeoutMs: 60_000 })).rejects.toMatchObject(late);
  expect(asked).toEqual(['df 30000', 'df 120000', 'nvidia-smi 60000']);
});
