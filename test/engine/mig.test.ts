import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { MIG_UNIT } from '../../src/domain/places.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulations } from '../../src/simulated/index.ts';
import { rebootGuest } from '../../src/simulated/ports.ts';
import type { Started } from '../../src/simulated/start.ts';

const ADDRESS = '0000:00:05.0';

function benchOn({ guest, observer, executor }: Started): Bench {
  const now = () => new Date(guest.now());
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: 'test',
  };
}

const wanting = (mig: Partial<Profile['mig']> = {}): Profile => ({
  ...defaultProfile,
  cuda: { toolkit: 'none' },
  path: false,
  mig: { ...defaultProfile.mig, ...mig },
});
const order = (profile: Profile) => ({ profile, steps: null, expect: null });

async function overReboot({ guest }: Started, bench: Bench, profile: Profile): Promise<void> {
  expect(await applyPlan(bench, registryPlanner(), order(profile))).toMatchObject({ outcome: 'reboot' });
  rebootGuest(guest);
  expect(await resumeRun(bench, registryPlanner())).toMatchObject({ outcome: 'done', message: null });
}

/** An A100 with its driver. The hypervisor forbids the card's reset. */
async function withDriver(): Promise<{ readonly started: Started; readonly bench: Bench }> {
  const started = simulations.find(({ name }) => name === 'a100-openstack')!.start();
  const bench = benchOn(started);
  await overReboot(started, bench, wanting());
  return { started, bench };
}

const state = ({ guest }: Started): { readonly on: boolean; readonly instances: readonly { readonly name: string; readonly parts: readonly { readonly name: string }[] }[] } =>
  JSON.parse(guest.files.text(`/sys/bus/pci/devices/${ADDRESS}/simulated-mig`) ?? '{"on":false,"instances":[]}') as never;
const names = (started: Started): readonly string[] => state(started).instances.map(({ name }) => name);

describe('MIG on a simulated A100', () => {
  it('is turned on with a reboot, cut up, and cut up again at the next boot', async () => {
    const { started, bench } = await withDriver();
    const profile = wanting({ layout: '3g.20gb, 1g.5gb x2' });
    await overReboot(started, bench, profile);
    expect(names(started)).toEqual(['3g.20gb', '1g.5gb', '1g.5gb']);
    const { facts, task } = await survey(bench.machine, profile);
    expect(checksOf(facts, task).filter(({ id }) => id.startsWith('mig')).map(({ ok }) => ok)).toEqual([true]);

    rebootGuest(started.guest);
    expect(names(started)).toEqual(['3g.20gb', '1g.5gb', '1g.5gb']);
    expect((await applyPlan(bench, registryPlanner(), order(profile))).outcome).toBe('nothing-to-do');
  });

  it('is left off where the layout cannot be had', async () => {
    const { started, bench } = await withDriver();
    const result = await applyPlan(bench, registryPlanner(), order(wanting({ layout: '3g.20gb x3' })));
    expect(JSON.stringify(result.message)).toContain('step.mig.instances.no-room');
    expect(started.guest.files.text(`/sys/bus/pci/devices/${ADDRESS}/simulated-mig`)).toBeUndefined();
  });

  it('is off again after undo, once the guest has been rebooted, which is said', async () => {
    const { started, bench } = await withDriver();
    await overReboot(started, bench, wanting({ layout: '7g.40gb' }));
    const undone = await undoRun(bench, null);
    expect(JSON.stringify(undone.message)).toContain('run.undo.reboot-due');
    expect(names(started)).toEqual([]);
    expect(started.guest.files.text(MIG_UNIT)).toBeUndefined();
    rebootGuest(started.guest);
    expect(state(started).on).toBe(false);
  });

  it('gets the instances of before back with an undo, and no others', async () => {
    const { started, bench } = await withDriver();
    await overReboot(started, bench, wanting({ layout: '3g.20gb, 2g.10gb' }));
    const again = wanting({ layout: '3g.20gb x2', replace: true });
    expect(await applyPlan(bench, registryPlanner(), order(again))).toMatchObject({ outcome: 'done', message: null });
    expect(names(started)).toEqual(['3g.20gb', '3g.20gb']);
    await undoRun(bench, null);
    expect(names(started).toSorted()).toEqual(['2g.10gb', '3g.20gb']);
    expect(state(started).instances.every(({ parts }) => parts.length === 1)).toBe(true);
  });

  it('has several devices in one instance, also after the next boot, and none of them after undo', async () => {
    const { started, bench } = await withDriver();
    await overReboot(started, bench, wanting({ layout: '1g.5gb, 3g.20gb' }));
    const there = () => state(started).instances.map(({ parts }) => parts.map(({ name }) => name).join(' ')).toSorted();
    const profile = wanting({ layout: '2c.3g.20gb, 1c.3g.20gb, 1g.5gb', replace: true });
    expect(await applyPlan(bench, registryPlanner(), order(profile))).toMatchObject({ outcome: 'done', message: null });
    expect(there()).toEqual(['1g.5gb', '2c.3g.20gb 1c.3g.20gb']);
    const { facts, task } = await survey(bench.machine, profile);
    expect(checksOf(facts, task).find(({ id }) => id.startsWith('mig'))).toMatchObject({ ok: true });
    rebootGuest(started.guest);
    expect(there()).toEqual(['1g.5gb', '2c.3g.20gb 1c.3g.20gb']);
    expect((await applyPlan(bench, registryPlanner(), order(profile))).outcome).toBe('nothing-to-do');
    expect(await undoRun(bench, null)).toMatchObject({ outcome: 'done' });
    expect(there()).toEqual(['1g.5gb', '3g.20gb']);
  });

  it('gets the devices that shared an instance back with an undo, and loses those that were added to one', async () => {
    const { started, bench } = await withDriver();
    await overReboot(started, bench, wanting({ layout: '1c.3g.20gb, 1c.4g.20gb x2' }));
    const there = () => state(started).instances.map(({ parts }) => parts.map(({ name }) => name).join(' ')).toSorted();
    const before = there();
    const again = wanting({ layout: '1c.3g.20gb x3, 1g.5gb', replace: true });
    expect(await applyPlan(bench, registryPlanner(), order(again))).toMatchObject({ outcome: 'done', message: null });
    expect(there()).toEqual(['1c.3g.20gb 1c.3g.20gb 1c.3g.20gb', '1g.5gb']);
    expect(await undoRun(bench, null)).toMatchObject({ outcome: 'done' });
    expect(there()).toEqual(before);
  });
});
