import { describe, expect, it } from 'vitest';
import { nothingToUndo, reboot, run, writeFile } from '../../src/domain/act.ts';
import type { LiveEvent } from '../../src/engine/bench.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import { succeeded } from '../../src/simulated/guest.ts';
import { done, type Step } from '../../src/steps/step.ts';
import { benchOf, tiny, type Tiny } from './tiny-bench.ts';
import { snapshot } from './tiny-guest.ts';
import { because, todo } from './tiny-steps.ts';
import { ORDER, planner, toTheEnd } from './to-the-end.ts';

/** A step that proposes this, whatever the guest is like. */
const always = (id: string, propose: Step['propose'], more: Partial<Step> = {}): Step => ({
  id,
  on: ['linux'],
  cures: [],
  needs: [],
  undo: because,
  propose,
  ...more,
});
const worldOf = (...steps: Step[]): Tiny => ({ ...tiny(), steps });

describe('a step', () => {
  it('does not reboot twice for one step', async () => {
    const world = worldOf(always('driver.load', () => todo(reboot('to load it'))));
    expect(await toTheEnd(world, benchOf(world))).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.reboot-did-not-help' },
    });
    expect(Object.keys(snapshot(world.guest)).filter((path) => path.includes('resume'))).toEqual([]);
  });

  it('waits as long as a step is patient, and then says what the step says', async () => {
    const patient = (ready: number): Step => {
      let asked = 0;
      return always('license.wait', () => (++asked > ready ? done(because) : todo()), { patienceMs: () => 5000 });
    };
    const inTime = worldOf(patient(5));
    expect((await applyPlan(benchOf(inTime), planner(inTime), ORDER)).outcome).toBe('done');
    const never = worldOf(patient(1000));
    expect(await applyPlan(benchOf(never), planner(never), ORDER)).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.waited', values: { seconds: 5, because } },
    });
  });

  it('spends no patience where nothing but a reboot helps', async () => {
    let looks = 0;
    const because14 = { ...todo(reboot('to start it')), byRebootAlone: true } as const;
    const installed = always('driver.load', () => (++looks < 3 ? todo(writeFile('/etc/driver', '')) : because14), { patienceMs: () => 60_000 });
    const world = worldOf(installed);
    expect((await applyPlan(benchOf(world), planner(world), ORDER)).outcome).toBe('reboot');
    expect(looks).toBeLessThan(6);
  });

  it('is patient for so many seconds, however long each look takes', async () => {
    let looks = 0;
    const slow = always('license.wait', () => (++looks, world.guest.wait(10_000), todo()), { patienceMs: () => 60_000 });
    const world = worldOf(slow);
    expect((await applyPlan(benchOf(world), planner(world), ORDER)).outcome).toBe('failed');
    // The plan's and the step's own look come before the waiting.
    expect(looks).toBeLessThanOrEqual(2 + 7);
  });

  it('is not made impatient by a clock that is set while it waits', async () => {
    let looks = 0;
    const jumpy = always('license.wait', () => (++looks === 4 && world.guest.wait(86_400_000), looks > 30 ? done(because) : todo()), {
      patienceMs: () => 120_000,
    });
    const world = worldOf(jumpy);
    expect((await applyPlan(benchOf(world), planner(world), ORDER)).outcome).toBe('done');
  });

  it('fails where the toolkit has touched the driver', async () => {
    let told = 0;
    const replaces = always('cuda.install', () =>
      told++ === 2 ? done(because) : todo(run(['installer'], { undo: nothingToUndo('a test') })),
    );
    const world = worldOf(replaces);
    world.guest.programs.set('installer', (_, guest) => {
      guest.files.write(
        '/var/lib/dpkg/status',
        'Package: nvidia-driver-cuda\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\n',
      );
      return succeeded();
    });
    expect(await applyPlan(benchOf(world), planner(world), ORDER)).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.driver-replaced' },
    });
  });

  it('that did its work without an error and to no effect says so, not what the plan said', async () => {
    const world = worldOf(always('license.configure', () => todo(writeFile('/etc/x', 'x'))));
    expect(await applyPlan(benchOf(world), planner(world), ORDER)).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.no-effect', values: { because } },
    });
  });

  it('that fails shows what the log says that its tool names', async () => {
    const installs = always('cuda.install', () => todo(run(['installer'], { undo: nothingToUndo('a test') })));
    const world = worldOf(installs);
    world.guest.programs.set('installer', (_, { files }) => {
      files.write('/var/log/cuda-installer.log', '[INFO]: start\n[ERROR]: no room in /tmp\n[INFO]: a\nb\nc\nd\ne\n');
      return {
        stdout: 'Installation failed. See log at /var/log/cuda-installer.log for details.\n',
        stderr: '',
        exitCode: 1,
      };
    });
    const { steps, message } = await applyPlan(benchOf(world), planner(world), ORDER);
    expect(message?.key).toBe('run.failed.exit');
    expect(steps.at(-1)?.lastLines).toEqual([
      'Installation failed. See log at /var/log/cuda-installer.log for details.',
      '/var/log/cuda-installer.log:',
      '[ERROR]: no room in /tmp',
      ...['[INFO]: a', 'b', 'c', 'd', 'e'],
    ]);
  });

  it('that cannot begin does not show the lines of the step before it', async () => {
    let asked = 0;
    const talks = always('nouveau.disable', () =>
      asked++ < 2 ? todo(run(['talker'], { undo: nothingToUndo('a test') })) : done(because),
    );
    const world = worldOf(
      talks,
      always('driver.install', () => ({ kind: 'blocked', by: because })),
    );
    world.guest.programs.set('talker', () => succeeded('all is well\n'));
    const { steps } = await applyPlan(benchOf(world), planner(world), ORDER);
    expect(steps.at(-1)).toMatchObject({ id: 'driver.install', outcome: 'failed', lastLines: [] });
  });

  it('that is an extra and cannot be had is left out: what comes after it is done, and the run says at its end what is missing', async () => {
    const extra = always('cudnn.install', () => ({ kind: 'blocked', by: because }), { dispensable: true });
    let asked = 0;
    const next = always('driver.hold', () => (asked++ < 2 ? todo(writeFile('/etc/held', '')) : done(because)));
    const world = worldOf(extra, next);
    const heard: LiveEvent[] = [];
    const result = await applyPlan(benchOf(world, { heard }), planner(world), ORDER);
    expect(world.guest.files.at('/etc/held')).toBeDefined();
    expect(result).toMatchObject({ outcome: 'failed', message: because });
    expect(heard.find(({ kind }) => kind === 'step-skipped')).toMatchObject({ step: 'cudnn.install', leftOut: true, because: { key: 'step.left-out', values: { why: because } } });
    // And again: it is still to be had, not forgotten.
    expect(await applyPlan(benchOf(world), planner(world), ORDER)).toMatchObject({ outcome: 'failed', message: because });
  });

  it('that is blocked and no extra ends the run, and what comes after it is not begun', async () => {
    const world = worldOf(
      always('fabric.install', () => ({ kind: 'blocked', by: because })),
      always('driver.hold', () => todo(writeFile('/etc/held', ''))),
    );
    expect(await applyPlan(benchOf(world), planner(world), ORDER)).toMatchObject({ outcome: 'failed', message: because });
    expect(world.guest.files.at('/etc/held')).toBeUndefined();
  });

  it('names a long command by its beginning', async () => {
    const names = Array.from({ length: 80 }, (_, index) => `package-${index}`);
    const many = run(['apt-get', 'install', ...names], { undo: nothingToUndo('a test') });
    const world = worldOf(always('packages.prerequisites', () => todo(many)));
    world.guest.programs.set('apt-get', () => ({ stdout: '', stderr: '', exitCode: 100 }));
    const { message } = await applyPlan(benchOf(world), planner(world), ORDER);
    expect(JSON.stringify(message?.values?.['command']).length).toBeLessThan(200);
  });

  it('stops with a sentence where the disk is full, and the journal says how far it came', async () => {
    const world = worldOf(always('license.configure', () => todo(writeFile('/etc/x', 'x'))));
    const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const bench = benchOf(world);
    const result = await applyPlan({ ...bench, executor: { ...bench.executor, write: full } }, planner(world), ORDER);
    expect(result).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.disk-full', values: { path: '/etc/x' } },
    });
    const store = { ...bench.store, begin: async () => ({ ...(await bench.store.begin()), append: full }) };
    await expect(applyPlan({ ...bench, store }, planner(world), ORDER)).rejects.toMatchObject({
      fault: { code: 'failed', message: { key: 'run.failed.disk-full' } },
    });
  });

  it('does not begin where the state folder is read-only, and says so', async () => {
    const world = worldOf(always('license.configure', () => todo(writeFile('/etc/x', 'x'))));
    const take = () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' }));
    const bench = benchOf(world);
    const closed = { ...bench, lock: { ...bench.lock, take } };
    const refusal = { fault: { code: 'failed', message: { key: 'run.failed.read-only' } } };
    await expect(applyPlan(closed, planner(world), ORDER)).rejects.toMatchObject(refusal);
    await expect(undoRun(closed, null)).rejects.toMatchObject(refusal);
  });
});
