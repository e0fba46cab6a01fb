/** The mark on simulated guests: left by a verified run, compared at the next start, gone before anything changes. */
import { describe, expect, it } from 'vitest';
import { READY_MARK, STATE_FOLDER } from '../../../src/domain/places.ts';
import { defaultProfile, type Profile } from '../../../src/domain/profile.ts';
import { ReadyMark } from '../../../src/domain/ready-mark.ts';
import { applyPlan } from '../../../src/engine/apply.ts';
import type { Bench, RunResult } from '../../../src/engine/bench.ts';
import { alreadyRight } from '../../../src/engine/ready/already.ts';
import { registryPlanner } from '../../../src/engine/registry-planner.ts';
import { resumeRun } from '../../../src/engine/resume.ts';
import { undoRun } from '../../../src/engine/undo.ts';
import { memoryRunLock } from '../../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../../src/journal/run-store.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import type { Started } from '../../../src/simulated/start.ts';

const VERSION = '1.2.3';
const PROFILE: Profile = { ...defaultProfile, reboot: 'auto' };

function benchOn({ observer, executor }: Started): Bench {
  const now = () => observer.now();
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: VERSION,
  };
}

async function applied(bench: Bench, profile = PROFILE, steps: readonly string[] | null = null): Promise<RunResult> {
  let result = await applyPlan(bench, registryPlanner(), { profile, steps, expect: null });
  while (result.outcome === 'reboot') result = await resumeRun(bench, registryPlanner());
  return result;
}

async function readyGuest(name = 'p40-8q-vsphere') {
  const started = simulationNamed(name).start();
  const bench = benchOn(started);
  const result = await applied(bench);
  expect(result.outcome).toBe('done');
  return { ...started, bench, result };
}

const markOf = ({ guest }: Started): unknown => JSON.parse(guest.files.text(READY_MARK) ?? 'null');
const asked = (started: Started, profile = PROFILE, version = VERSION) =>
  alreadyRight(started.observer, profile, version);

describe('a guest that a run has verified', () => {
  it('bears a mark with driver, kind, kernel, architecture and the digest of the profile', async () => {
    const ready = await readyGuest();
    const mark = ReadyMark.parse(markOf(ready));
    expect(mark).toMatchObject({
      run: ready.result.run,
      parts: { kind: 'grid', arch: 'x86_64', program: VERSION, profile: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(mark.parts.module).toContain(mark.parts.driver);
    expect(mark.parts.kernel).toMatch(/^\d+\.\d+/);
    expect(ready.guest.files.at(READY_MARK)).toMatchObject({ mode: 0o600 });
    expect(JSON.stringify(mark)).not.toContain('eyJ');
  });

  it('is already right by the same profile, however a reboot is to be treated', async () => {
    const ready = await readyGuest();
    expect(await asked(ready)).toMatchObject({ kind: 'right', message: { key: 'ready.right' } });
    expect(await asked(ready, { ...PROFILE, reboot: 'never' })).toMatchObject({ kind: 'right' });
  });

  it('bears it after a run that went through reboots as well', async () => {
    const ready = await readyGuest('v100-nouveau');
    expect(markOf(ready)).toMatchObject({ run: ready.result.run, parts: { kind: 'tesla' } });
    expect(await asked(ready)).toMatchObject({ kind: 'right' });
  });

  it('is looked at anew by another profile, and by another version of the program', async () => {
    const ready = await readyGuest();
    expect(await asked(ready, { ...PROFILE, hold: false })).toMatchObject({
      kind: 'differs',
      differs: [{ key: 'ready.differs.profile' }],
    });
    expect(await asked(ready, PROFILE, '2.0.0')).toMatchObject({
      kind: 'differs',
      differs: [{ values: { part: { key: 'ready.part.program' }, was: VERSION, is: '2.0.0' } }],
    });
  });

  it('is looked at anew where its licence settings are another’s work', async () => {
    const ready = await readyGuest();
    await ready.executor.write('/etc/nvidia/gridd.conf', 'FeatureType=0\n', 0o644);
    expect(await asked(ready)).toMatchObject({
      kind: 'differs',
      differs: [{ values: { path: '/etc/nvidia/gridd.conf' } }],
    });
  });

  it('is looked at anew where a token has come, or gone', async () => {
    const ready = await readyGuest();
    await ready.executor.write(`${PROFILE.media}/new.tok`, 'x', 0o644);
    expect(await asked(ready)).toMatchObject({ differs: [{ key: 'ready.differs.media' }] });
    const folder = '/etc/nvidia/ClientConfigToken';
    for (const name of (await ready.observer.list(folder)) ?? [])
      await ready.executor.remove(`${folder}/${name}`, 'one');
    expect(await asked(ready)).toMatchObject({ kind: 'differs', differs: [{ key: 'ready.differs.file' }, {}] });
  });

  it('needs no driver to be right, where none is wanted', async () => {
    const started = simulationNamed('geforce-visible-hypervisor').start();
    const wanted: Profile = {
      ...PROFILE,
      driver: { ...PROFILE.driver, kind: 'none' },
      license: { ...PROFILE.license, token: 'none' },
      cuda: { toolkit: 'none' },
      path: false,
      hold: false,
    };
    await applied(benchOn(started), wanted);
    expect(await asked(started, wanted)).toMatchObject({ kind: 'right', message: { key: 'ready.right.no-driver' } });
  });

  it('loses its mark by undo, and every trace of it', async () => {
    const ready = await readyGuest();
    await undoRun(ready.bench, null);
    expect(ready.guest.files.paths().filter((path) => path.startsWith(STATE_FOLDER))).toEqual([]);
    expect(await asked(ready)).toEqual({ kind: 'no-mark' });
  });

  it('bears its mark again, and not a new one, where there was nothing to do', async () => {
    const ready = await readyGuest();
    const before = markOf(ready);
    expect((await applied(ready.bench)).outcome).toBe('nothing-to-do');
    expect(markOf(ready)).toEqual(before);
    await ready.executor.remove(READY_MARK, 'one');
    await applied(ready.bench);
    expect(markOf(ready)).toMatchObject({ run: null });
  });
});

describe('no mark is', () => {
  it('left by a run that fails', async () => {
    const started = simulationNamed('t4-no-token').start();
    expect((await applied(benchOn(started))).outcome).toBe('failed');
    expect(markOf(started)).toBeNull();
  });

  it('left by a part of the plan', async () => {
    const started = simulationNamed('p40-8q-vsphere').start();
    expect((await applied(benchOn(started), PROFILE, ['preflight', 'packages.prerequisites'])).outcome).toBe('done');
    expect(markOf(started)).toBeNull();
  });

  it('standing while a run is at work', async () => {
    const ready = await readyGuest();
    await ready.executor.write('/etc/nvidia/gridd.conf', 'FeatureType=0\n', 0o644);
    const stood: boolean[] = [];
    const onEvent = (event: { kind: string }): void => {
      if (event.kind === 'step-started') stood.push(ready.guest.files.at(READY_MARK) !== undefined);
    };
    await applied({ ...ready.bench, onEvent });
    expect(stood.length).toBeGreaterThan(0);
    expect(stood).not.toContain(true);
    expect(markOf(ready)).toMatchObject({ schema: 'gpu-guest/ready@1' });
  });

  it.each([
    ['cut short', '{"schema": "gpu-guest/re'],
    ['empty', ''],
    [
      'of a version that is not known',
      '{"schema":"gpu-guest/ready@2","at":"2026-01-01T00:00:00Z","run":null,"parts":{}}',
    ],
    ['without its parts', '{"schema":"gpu-guest/ready@1","at":"2026-01-01T00:00:00Z","run":null,"parts":{}}'],
  ])('believed that is %s', async (_, text) => {
    const ready = await readyGuest();
    await ready.executor.write(READY_MARK, text, 0o600);
    expect(await asked(ready)).toEqual({ kind: 'no-mark' });
  });

  it('believed where what it says cannot be read now', async () => {
    const ready = await readyGuest();
    const { Unobservable } = await import('../../../src/domain/fact.ts');
    const deaf: typeof ready.observer = {
      ...ready.observer,
      digest: () => Promise.reject(new Unobservable({ kind: 'permission-denied', target: 'the token' })),
    };
    expect(await alreadyRight(deaf, PROFILE, VERSION)).toMatchObject({ kind: 'not-known' });
  });

  it('left on an image that is not in use', async () => {
    const ready = await readyGuest();
    await ready.executor.write(`${STATE_FOLDER}/sealed.json`, '{}', 0o644);
    expect(await asked(ready)).toMatchObject({ kind: 'not-known' });
  });
});
