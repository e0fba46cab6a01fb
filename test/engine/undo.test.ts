import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { LiveEvent } from '../../src/engine/bench.ts';
import { undoRun } from '../../src/engine/undo.ts';
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

  it('is told event by event', async () => {
    const world = tiny();
    await applyPlan(benchOf(world), planner(world), { ...ORDER, steps: ['license.configure'] });
    const heard: LiveEvent[] = [];
    await undoRun(benchOf(world, { heard }), null);
    expect(heard.map(({ kind }) => kind)).toEqual(['undo-started', 'action-undone', 'undo-done']);
  });
});
