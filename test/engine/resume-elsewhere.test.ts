/** A builder that waits for its reboot is cloned: what was agreed to there does not go on by itself in the copy. */
import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { FaultError } from '../../src/domain/fault.ts';
import type { Observer } from '../../src/domain/machine.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { likeness, machineMark } from '../../src/engine/machine-mark.ts';
import { likenessTo, resumeRun } from '../../src/engine/resume.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { statesOf } from '../../src/journal/run-store.ts';
import { observerOf, rebootGuest } from '../../src/simulated/ports.ts';
import { autoProfile, benchOf, tiny, type Tiny } from './tiny-bench.ts';
import { snapshot, tinyGuest } from './tiny-guest.ts';
import { ORDER, planner } from './to-the-end.ts';

const MACHINE_ID = '/etc/machine-id';
const UUID = '/sys/class/dmi/id/product_uuid';
const BUILDER = { [MACHINE_ID]: `${'a'.repeat(32)}\n`, [UUID]: '3b1c0000-0000-4000-8000-00000000000a\n' };
const SEALING = { ...ORDER, profile: { ...autoProfile, image: { seal: true, keepToken: false } } };

/** A builder that has been told to reboot, and the same disk after it in a machine with these files. */
async function waiting(now: Readonly<Record<string, string | null>>, then: Readonly<Record<string, string | null>> = BUILDER): Promise<Tiny> {
  const world = tiny();
  const hold = (files: Readonly<Record<string, string | null>>) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) world.guest.files.removeTree(path);
      else world.guest.files.write(path, text);
    }
  };
  hold(then);
  expect((await applyPlan(benchOf(world), planner(world), SEALING)).outcome).toBe('reboot');
  rebootGuest(world.guest);
  hold(now);
  return world;
}

const resumed = (world: Tiny, more: { readonly elsewhere?: boolean } = {}, bench: Bench = benchOf(world)) =>
  resumeRun(bench, planner(world), more).then(
    ({ outcome }) => outcome,
    (error: unknown) => (error instanceof FaultError ? error.fault : error),
  );

describe('a run that waits for its reboot', () => {
  it.each([
    ['another hardware UUID', { [UUID]: '3b1c0000-0000-4000-8000-00000000000b\n' }, 'run.resume.elsewhere.hardware'],
    ['another machine id', { [MACHINE_ID]: `${'b'.repeat(32)}\n` }, 'run.resume.elsewhere.id'],
    ['both', { [UUID]: '3b1c0000-0000-4000-8000-00000000000b\n', [MACHINE_ID]: `${'b'.repeat(32)}\n` }, 'run.resume.elsewhere.both'],
  ])('does not go on in a clone with %s, and changes nothing there', async (_, now, what) => {
    const world = await waiting(now);
    const before = snapshot(world.guest);
    const events = (await statesOf(world.store)).at(-1)?.lastAt;
    expect(await resumed(world)).toMatchObject({ code: 'machine-changed', message: { key: 'run.resume.elsewhere', values: { what: { key: what } } } });
    expect(snapshot(world.guest)).toEqual(before);
    expect((await statesOf(world.store)).at(-1)?.lastAt).toBe(events);
  });

  it.each([
    ['the same machine', {}, BUILDER],
    ['the same machine, whose UUID is spelt in capitals now', { [UUID]: '3B1C0000-0000-4000-8000-00000000000A\n' }, BUILDER],
    ['a machine that got its id at its first start', {}, { [MACHINE_ID]: '', [UUID]: null }],
    ['a machine whose hardware does not say', { [UUID]: null }, BUILDER],
  ])('goes on on %s', async (_, now, then) => {
    const world = await waiting(now, then);
    expect(['done', 'reboot']).toContain(await resumed(world));
  });

  it('goes on elsewhere where that is said, also through the next reboot, and knows that it was not begun there', async () => {
    const world = await waiting({ [UUID]: 'other\n' });
    expect(['done', 'reboot']).toContain(await resumed(world, { elsewhere: true }));
    rebootGuest(world.guest);
    const [state] = await statesOf(world.store);
    expect(state?.machines).toHaveLength(2);
    expect(await likenessTo(state!, observerOf(world.guest, 'tiny'))).toEqual({ kind: 'same' });
  });

  it('can be taken back on the clone', async () => {
    const world = await waiting({ [UUID]: 'other\n' });
    expect((await undoRun(benchOf(world), null)).outcome).toBe('done');
  });
});

describe('a machine', () => {
  const at = async (files: Readonly<Record<string, string>>, more: Partial<Observer> = {}) => {
    const guest = tinyGuest();
    for (const [path, text] of Object.entries(files)) guest.files.write(path, text);
    return machineMark({ ...observerOf(guest, 'tiny'), ...more });
  };

  it('is known by digests: neither its id nor its UUID stands in the journal', async () => {
    const world = await waiting({});
    const [state] = await statesOf(world.store);
    expect(state?.machines).toEqual([await at(BUILDER)]);
    expect(JSON.stringify(state)).not.toMatch(/a{32}|3b1c0000/i);
  });

  it('that may not be asked is not known, and not taken for another', async () => {
    const denied = (target: string) => Promise.reject(new Unobservable({ kind: 'permission-denied', target }));
    const mark = await at({}, { read: denied });
    expect(mark).toEqual({ id: null, hardware: null });
    expect(likeness(await at(BUILDER), mark)).toEqual({ kind: 'unknown' });
    expect(likeness(null, await at(BUILDER))).toEqual({ kind: 'unknown' });
  });

  it('has no id yet where its first start is to come', async () => {
    expect(await at({ [MACHINE_ID]: 'uninitialized\n' })).toMatchObject({ id: null });
  });

  it('is the builder’s where a guest is only mounted: its hardware is not compared', async () => {
    const mark = await at(BUILDER, { origin: { kind: 'live', mounted: true } });
    expect(mark.hardware).toBeNull();
    expect(likeness(await at(BUILDER), mark)).toEqual({ kind: 'same' });
  });

  it('with an older journal is not known to be the one', async () => {
    const world = tiny();
    world.guest.files.write(MACHINE_ID, `${'a'.repeat(32)}\n`);
    const [state] = await statesOf((await waiting({})).store);
    expect(await likenessTo({ ...state!, machines: [] }, observerOf(world.guest, 'tiny'))).toEqual({ kind: 'unknown' });
  });
});
