/** A run on Windows through the reboot that it needs: the task of the scheduler stands in between, and is gone afterwards. */
import { describe, expect, it } from 'vitest';
import { reboot } from '../../src/domain/act.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { rebootGuest } from '../../src/simulated/ports.ts';
import { defineStep, done, type Step } from '../../src/steps/step.ts';
import { autoProfile, benchOf, tiny, type Tiny } from './tiny-bench.ts';
import { because, tinyPlanner, todo } from './tiny-steps.ts';

const FOLDER = 'C:\\ProgramData\\gpu-guest';
const PROGRAM = 'D:\\download\\gpu-guest.js';

function windowsWorld() {
  const world = tiny();
  const { guest } = world;
  const asked: string[] = [];
  let boots = 7;
  guest.files.write(PROGRAM, 'the program');
  guest.programs.set('whoami', () => ({ stdout: '"High","Label","S-1-16-12288",""\r\n' }));
  guest.programs.set('reg', () => ({ stdout: `    BootId    REG_DWORD    0x${boots}\r\n` }));
  guest.programs.set('schtasks', (command) => {
    asked.push(command.join(' '));
    return {};
  });
  guest.onBoot.push(() => {
    boots += 1;
  });
  const steps = [
    defineStep({
      id: 'driver.install',
      on: ['windows'],
      cures: [],
      needs: ['boot'],
      undo: because,
      propose: ({ boot }) => (boot.id === 'boot 7' ? todo(reboot('to load the driver')) : done(because)),
    }),
  ] as readonly Step[];
  return { world: { ...world, steps }, asked };
}

function windowsBench(world: Tiny): Bench {
  const bench = benchOf(world);
  const self = { node: 'C:\\Program Files\\nodejs\\node.exe', program: PROGRAM, stateFolder: FOLDER };
  return { ...bench, machine: { ...bench.machine, platform: 'windows' }, self };
}

describe('a reboot on Windows', () => {
  it('is gone on from by a task that the run itself takes away', async () => {
    const { world, asked } = windowsWorld();
    const planner = tinyPlanner(world.guest, world.steps);
    const first = await applyPlan(windowsBench(world), planner, { profile: { ...autoProfile, reboot: 'never' }, steps: null, expect: null });
    expect(first.outcome).toBe('reboot');
    expect(asked).toEqual([`schtasks.exe /create /tn gpu-guest-resume /xml ${FOLDER}\\resume-task.xml /f`]);
    expect(world.guest.files.text(`${FOLDER}\\program\\gpu-guest.js`)).toBe('the program');
    expect(world.guest.files.text(`${FOLDER}\\resume-task.xml`)).toContain('&#x22;C:\\ProgramData\\gpu-guest\\program\\gpu-guest.js&#x22; resume --yes');

    rebootGuest(world.guest);
    expect((await resumeRun(windowsBench(world), planner)).outcome).toBe('done');
    expect(asked[1]).toBe('schtasks.exe /delete /tn gpu-guest-resume /f');
    expect(world.guest.files.at(`${FOLDER}\\resume-task.xml`)).toBeUndefined();
    expect(world.guest.files.at(`${FOLDER}\\program\\gpu-guest.js`)).toBeUndefined();
  });

  it('that never comes leaves no task behind an undo', async () => {
    const { world, asked } = windowsWorld();
    const planner = tinyPlanner(world.guest, world.steps);
    await applyPlan(windowsBench(world), planner, { profile: { ...autoProfile, reboot: 'never' }, steps: null, expect: null });
    expect((await undoRun(windowsBench(world), null)).outcome).toBe('done');
    expect(asked[1]).toBe('schtasks.exe /delete /tn gpu-guest-resume /f');
  });
});
