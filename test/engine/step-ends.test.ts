import { describe, expect, it } from 'vitest';
import { nothingToUndo, reboot, run, writeFile } from '../../src/domain/act.ts';
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
      message: because,
    });
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
});
