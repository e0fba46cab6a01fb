/** When a guest bears no mark, or one that is not believed. */
import { describe, expect, it } from 'vitest';
import { Unobservable } from '../../../src/domain/fact.ts';
import { READY_MARK, STATE_FOLDER } from '../../../src/domain/places.ts';
import { alreadyRight } from '../../../src/engine/ready/already.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import { applied, asked, benchOn, markOf, PROFILE, readyGuest, VERSION } from './ready-guest.ts';

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
