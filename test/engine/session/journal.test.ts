import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EventBody } from '../../../src/domain/run-event.ts';
import type { SessionPorts } from '../../../src/engine/session/ports.ts';
import { createSession } from '../../../src/engine/session/session.ts';
import { fileRunLock } from '../../../src/journal/run-lock.ts';
import { fileRunStore } from '../../../src/journal/run-store.ts';
import { gathered, numbers, toldOf, upTo } from '../../contract/asking.ts';
import { here, played, RUN, t } from './played.ts';
import { guest, portsHere } from './ports-here.ts';

/** What two programs share. */
const shared = ({ stateFolder, runs, lock, pause }: SessionPorts) => ({ stateFolder, runs, lock, pause });

const started: EventBody = { kind: 'run-started', run: RUN, goal: 'workstation', digest: 'abc', profile: {}, steps: null, version: '1' };

/** A run of another process: its journal, and whether anybody holds the lock. */
async function elsewhere() {
  const given = portsHere();
  const now = () => new Date(t);
  const store = fileRunStore(given.stateFolder, now);
  const journal = await store.begin();
  await journal.append(started);
  const ports = { ...given, runs: store, lock: fileRunLock(given.stateFolder, now), pause: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) };
  return { ports, journal, run: journal.run, lock: fileRunLock(given.stateFolder, now) };
}

test('a run of another process is followed by its journal, as it grows', async () => {
  const { ports, journal, run, lock } = await elsewhere();
  const giveBack = await lock.take(run);
  const api = createSession(ports);
  const first: number[] = [];
  const stop = api.followRun({ ...here, run, after: 0 }, { onEvent: ({ sequence }) => first.push(sequence), onEnd: () => {} });
  await expect.poll(() => first).toEqual([1]);
  stop();
  const stream = gathered(api, 'followRun', { ...here, run, after: 1 });
  await journal.append({ kind: 'step-started', step: 'driver.install' });
  await journal.append({ kind: 'action-done', step: 'driver.install', index: 0, folders: [] });
  await journal.append({ kind: 'step-done', step: 'driver.install' });
  await journal.append({ kind: 'run-done' });
  await giveBack();
  const lines = await stream;
  expect(numbers(lines)).toEqual(upTo(3, 2));
  expect(lines.at(-1)).toMatchObject({ event: 'run-done', ended: true });
});

test('a run at which nobody works any more is said to be cut off', async () => {
  const { ports, run } = await elsewhere();
  await expect(gathered(createSession(ports), 'followRun', { ...here, run, after: 0 })).rejects.toMatchObject({ code: 'unfinished-run', message: expect.stringContaining('resume') });
});

test('a run that waits for a reboot: in the same boot nothing follows; after it, what the guest’s own unit does', async () => {
  const { ports, journal, run, lock } = await elsewhere();
  const { observer } = guest('p40-8q-vsphere');
  const bootId = (await observer.read('/proc/sys/kernel/random/boot_id'))!.trim();
  await journal.append({ kind: 'reboot-needed', step: 'driver.load', bootId });
  const same = await gathered(createSession({ ...ports, thisMachine: () => observer }), 'followRun', { ...here, run, after: 0 });
  expect(same.at(-1)).toMatchObject({ event: 'reboot-needed', ended: true });

  const rebooted = guest('p40-8q-vsphere');
  await rebooted.executor.reboot();
  const api = createSession({ ...ports, thisMachine: () => rebooted.observer });
  const stream = gathered(api, 'followRun', { ...here, run, after: 2 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const giveBack = await lock.take(run);
  await journal.append({ kind: 'run-resumed' });
  await journal.append({ kind: 'run-done' });
  await giveBack();
  expect(toldOf(await stream)).toEqual(['run-started', 'run-done']);
});

test('what was heard from the program and what its journal tells later are one list', async () => {
  const { ports, journal, run, lock } = await elsewhere();
  const { api, calls } = played(shared(ports));
  const giveBack = await lock.take(run);
  const asked = api.resumeRun({ ...here, run, reboot: 'auto' });
  await expect.poll(() => calls.length).toBe(1);
  const { ears } = calls[0]!;
  const hear = (event: string, more: object = {}) => {
    ears.onLine(JSON.stringify({ t, run, step: null, event, ...more }));
  };
  await journal.append({ kind: 'run-resumed' });
  hear('run-started');
  expect(await asked).toEqual({ run });
  hear('output', { step: 'driver.install', line: 'only heard' });
  await journal.append({ kind: 'step-done', step: 'driver.install' });
  hear('step-done', { step: 'driver.install' });
  const bootId = 'another-boot';
  await journal.append({ kind: 'reboot-needed', step: 'driver.load', bootId });
  hear('reboot-needed', { step: 'driver.load' });
  ears.onEnd(10, '');
  const stream = gathered(api, 'followRun', { ...here, run, after: 0 });
  await journal.append({ kind: 'run-resumed' });
  await journal.append({ kind: 'run-done' });
  await giveBack();
  const lines = await stream;
  expect(numbers(lines)).toEqual(upTo(7));
  expect(toldOf(lines)).toEqual(['run-started', 'run-started', 'step-done driver.install', 'reboot-needed driver.load', 'run-started', 'run-done']);
  expect(lines.filter(({ ended }) => ended)).toHaveLength(1);
});

test('only the newest run is gone on with', async () => {
  const { ports, run } = await elsewhere();
  mkdirSync(`${ports.stateFolder}/runs/20270101-000000`);
  writeFileSync(`${ports.stateFolder}/runs/20270101-000000/journal.ndjson`, '');
  await expect(played(shared(ports)).api.resumeRun({ ...here, run, reboot: 'never' })).rejects.toMatchObject({ fault: { code: 'not-found' } });
});
