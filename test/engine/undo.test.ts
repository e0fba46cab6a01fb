import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { LiveEvent } from '../../src/engine/bench.ts';
import { bootIdOf } from '../../src/engine/boot-id.ts';
import { runsDocument } from '../../src/engine/runs-document.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { statesOf } from '../../src/journal/run-store.ts';
import { benchOf, tiny } from './tiny-bench.ts';
import { packagesOf } from './tiny-packages.ts';
import { ORDER, planner, toTheEnd } from './to-the-end.ts';

describe('undo', () => {
  it('keeps a file that was changed since beside the one that it restores', async () => {
    const world = tiny();
    await toTheEnd(world, benchOf(world));
    world.guest.files.write('/etc/nvidia/gridd.conf', 'FeatureType=2\n# mine\n');
    const { saved } = await undoRun(benchOf(world), null);
    expect(saved).toEqual(['/etc/nvidia/gridd.conf.gpu-guest-saved']);
    expect(world.guest.files.text('/etc/nvidia/gridd.conf.gpu-guest-saved')).toContain('# mine');
    expect(world.guest.files.at('/etc/nvidia/gridd.conf')).toBeUndefined();
  });

  it('leaves alone what somebody installed since', async () => {
    const world = tiny();
    await toTheEnd(world, benchOf(world));
    const status = world.guest.files.text('/var/lib/dpkg/status') ?? '';
    world.guest.files.write(
      '/var/lib/dpkg/status',
      `${status}\nPackage: vim\nStatus: install ok installed\nVersion: 9\nArchitecture: amd64\n`,
    );
    await undoRun(benchOf(world), null);
    expect(packagesOf(world.guest).map(({ name }) => name)).toEqual(['dpkg', 'old-driver', 'vim']);
  });

  it('takes the later of two runs back first', async () => {
    const world = tiny();
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['path.configure'] });
    const [first = '', second = ''] = await world.store.ids();
    const refused = await undoRun(benchOf(world), first).catch((error: unknown) => error);
    expect((refused as FaultError).fault.message).toEqual({
      key: 'run.undo.later-first',
      values: { run: first, later: second },
    });
    await undoRun(benchOf(world), second);
    expect((await undoRun(benchOf(world), first)).outcome).toBe('done');
  });

  it('says which earlier run still stands, and how that is taken back', async () => {
    const world = tiny();
    const broken = {
      ...benchOf(world).executor,
      write: () => Promise.reject(Object.assign(new Error(), { code: 'EROFS' })),
    };
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
    const failing = { ...benchOf(world), executor: broken };
    await applyPlan(failing, planner(world), { ...ORDER, steps: ['license.token', 'path.configure'] });
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['path.configure'] });
    const [first = '', second = ''] = await world.store.ids();
    const remaining = (await undoRun(benchOf(world), null)).message?.values?.['then'];
    expect(remaining).toMatchObject({ key: 'run.undo.remain', values: { run: second, count: 1 } });
    const last = (await undoRun(benchOf(world), null)).message?.values?.['then'];
    expect(last).toMatchObject({ key: 'run.undo.remains', values: { run: first } });
    const { message } = await undoRun(benchOf(world), null);
    expect(message).toEqual({ key: 'cli.undo.done', values: { run: first } });
  });

  describe('where the guest was rebooted for the run', () => {
    const undone = async (reboot: 'never' | 'auto' | 'ask', agrees = false) => {
      const world = tiny();
      await toTheEnd(world, benchOf(world));
      const bench = benchOf(world);
      let reboots = 0;
      const executor = { ...bench.executor, reboot: () => Promise.resolve(reboots++).then(() => undefined) };
      const { message } = await undoRun({ ...bench, executor }, null, {
        reboot,
        confirmReboot: () => Promise.resolve(agrees),
      });
      return { said: JSON.stringify(message), reboots };
    };

    it.each([
      ['never', true, 'run.undo.reboot-due', 0],
      ['ask', false, 'run.undo.reboot-due', 0],
      ['ask', true, 'run.undo.reboot-now', 1],
      ['auto', false, 'run.undo.reboot-now', 1],
    ] as const)('reboot %s, agreed %s: %s', async (reboot, agrees, key, count) => {
      const { said, reboots } = await undone(reboot, agrees);
      expect(said).toContain(key);
      expect(reboots).toBe(count);
    });

    it('is known to whoever lists the runs, until the guest is rebooted or another run has begun', async () => {
      const world = tiny();
      await toTheEnd(world, benchOf(world));
      const due = async (bootId: string | null = null) =>
        runsDocument(await statesOf(world.store), bootId ?? (await bootIdOf(benchOf(world).machine))).runs.map(({ rebootDue }) => rebootDue);
      expect(await due()).toEqual([false]);
      await undoRun(benchOf(world), null);
      expect(await due()).toEqual([true]);
      expect(await due('another-boot')).toEqual([false]);
      world.guest.wait(60_000);
      await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
      expect(await due()).toEqual([false, false]);
    });

    it('asks for no reboot where no step has touched the kernel', async () => {
      const world = tiny();
      await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
      const { message } = await undoRun(benchOf(world), null, { reboot: 'auto' });
      expect(message?.key).toBe('cli.undo.done');
      expect(runsDocument(await statesOf(world.store), null).runs).toMatchObject([{ status: 'undone', rebootDue: false }]);
    });
  });

  it('that gets stuck says at which step, with the lines of its tool, and goes on when asked again', async () => {
    const world = tiny();
    await applyPlan(benchOf(world), planner(world), {
      ...ORDER,
      steps: ['driver.remove-conflicting', 'license.configure'],
    });
    const works = world.guest.programs.get('apt-get')!;
    world.guest.programs.set('apt-get', () => ({ stdout: '', stderr: 'E: Unable to locate package\n', exitCode: 100 }));
    const result = await undoRun(benchOf(world), null);
    expect(result).toMatchObject({
      outcome: 'failed',
      message: { key: 'run.failed.exit' },
      steps: [{ id: 'driver.remove-conflicting', outcome: 'failed' }],
    });
    expect(result.steps[0]?.lastLines.join()).toContain('Unable to locate');
    world.guest.programs.set('apt-get', works);
    const again = await undoRun(benchOf(world), null);
    expect(again).toMatchObject({ outcome: 'done' });
    expect(again.steps.map(({ id }) => id)).toEqual(['license.configure', 'driver.remove-conflicting']);
  });

  it('is told event by event', async () => {
    const world = tiny();
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
    const heard: LiveEvent[] = [];
    await undoRun(benchOf(world, { heard }), null);
    expect(heard.map(({ kind }) => kind)).toEqual(['undo-started', 'progress', 'action-undone', 'undo-done']);
  });
});
