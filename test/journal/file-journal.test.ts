import { mkdtemp, readFile, readdir, stat, writeFile, appendFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { FaultError } from '../../src/domain/fault.ts';
import type { EventBody } from '../../src/domain/run-event.ts';
import { fileJournal, readJournal } from '../../src/journal/file-journal.ts';
import { runState, toTakeBack } from '../../src/journal/replay.ts';
import { fileRunStore } from '../../src/journal/run-store.ts';

const folder = () => mkdtemp(join(tmpdir(), 'journal-'));
const now = () => new Date('2026-11-22T07:10:11.000Z');

describe('the journal', () => {
  it('numbers its events, and goes on counting in a new process', async () => {
    const file = join(await folder(), 'runs/1/journal.ndjson');
    const first = fileJournal(file, '1', now);
    await first.append({ kind: 'step-started', step: 'a.b' });
    await first.append({ kind: 'step-done', step: 'a.b' });
    expect(await fileJournal(file, '1', now).append({ kind: 'run-done' })).toEqual({
      t: '2026-11-22T07:10:11.000Z',
      sequence: 3,
      kind: 'run-done',
    });
    expect((await readJournal(file)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('is read back whole, whatever the event', async () => {
    const action: Action = { kind: 'refresh', command: ['depmod'], timeoutMs: 1 };
    const message = { key: 'run.failed.exit', values: { command: 'x', exitCode: 1 } };
    const one = { name: 'dkms', version: '3', auto: true };
    const place = { step: 'a.b', index: 0 };
    const machine = { id: 'a', hardware: null };
    const each: { readonly [K in EventBody['kind']]: Required<Extract<EventBody, { kind: K }>> } = {
      'run-started': { kind: 'run-started', run: '1', goal: 'compute', digest: 'd', profile: { x: 1 }, steps: ['a.b'], version: '0', machine },
      'run-resumed': { kind: 'run-resumed', machine },
      'step-started': { kind: 'step-started', step: 'a.b', refreshes: [action] },
      'action-started': { kind: 'action-started', ...place, action, before: { kept: [{ path: '/x', kept: { kind: 'absent' } }], packages: [one], folders: ['/y'] } },
      'action-done': { kind: 'action-done', ...place, folders: ['/y'], packages: { added: [one], removed: [], changed: [one] } },
      'action-failed': { kind: 'action-failed', ...place, message, lastLines: ['x'] },
      'step-done': { kind: 'step-done', step: 'a.b' },
      'step-skipped': { kind: 'step-skipped', step: 'a.b', because: message, leftOut: true },
      'step-failed': { kind: 'step-failed', step: 'a.b', message, lastLines: ['x'] },
      'reboot-needed': { kind: 'reboot-needed', step: 'a.b', bootId: 'b' },
      'run-cancelled': { kind: 'run-cancelled' },
      'run-failed': { kind: 'run-failed', message },
      'run-done': { kind: 'run-done' },
      'undo-started': { kind: 'undo-started' },
      'action-undone': { kind: 'action-undone', of: 4 },
      'undo-done': { kind: 'undo-done', rebootDue: { bootId: 'b' } },
    };
    const file = join(await folder(), 'journal.ndjson');
    const journal = fileJournal(file, '1', now);
    for (const event of Object.values(each)) await journal.append(event);
    expect(await readJournal(file)).toEqual(Object.values(each).map((event, at) => ({ t: now().toISOString(), sequence: at + 1, ...event })));
  });

  it('can be read by all', async () => {
    const file = join(await folder(), 'runs/1/journal.ndjson');
    await fileJournal(file, '1', now).append({ kind: 'run-done' });
    expect((await stat(file)).mode & 0o777).toBe(0o644);
    expect((await stat(join(file, '../..'))).mode & 0o777).toBe(0o755);
  });

  it.each([
    ['half a line', '{"t":"2026-11-22T07'],
    ['zeros that a power cut left', '\0\0\0\0\n'],
    ['a line without its end', '{"t":"x","sequence":2,"kind":"run-done"}'],
  ])('leaves out %s at its end, and cuts it off before it goes on', async (_, torn) => {
    const file = join(await folder(), 'journal.ndjson');
    await fileJournal(file, '1', now).append({ kind: 'step-started', step: 'a.b' });
    const whole = await readFile(file, 'utf8');
    await appendFile(file, torn);
    expect(await readJournal(file)).toHaveLength(1);
    await fileJournal(file, '1', now).append({ kind: 'run-done' });
    expect(await readFile(file, 'utf8')).toBe(
      `${whole}{"t":"2026-11-22T07:10:11.000Z","sequence":2,"kind":"run-done"}\n`,
    );
  });

  it('names file and line where something else is broken', async () => {
    const file = join(await folder(), 'journal.ndjson');
    await writeFile(file, '{"t":"x","sequence":1,"kind":"step-done"}\n{"t":"x","sequence":2,"kind":"run-done"}\n');
    const error: unknown = await readJournal(file).catch((thrown: unknown) => thrown);
    expect((error as FaultError).fault).toMatchObject({
      code: 'unreadable',
      message: { key: 'run.journal.malformed', values: { file, line: 1 } },
    });
  });

  it('keeps events that only a newer version knows', async () => {
    const file = join(await folder(), 'journal.ndjson');
    await writeFile(
      file,
      '{"t":"x","sequence":1,"kind":"from-the-future","what":1}\n{"t":"x","sequence":2,"kind":"run-done"}\n',
    );
    const events = await readJournal(file);
    expect(events).toHaveLength(2);
    expect(runState(events).status).toBe('done');
  });
});

describe('the run store', () => {
  it('lists runs in the order in which they began, also within a second and with a clock that was set back', async () => {
    const state = await folder();
    let time = now();
    const store = fileRunStore(state, () => time);
    const begin = async () => {
      const journal = await store.begin();
      await journal.append({ kind: 'run-done' });
      return journal.run;
    };
    const made = [await begin(), await begin()];
    time = new Date('2020-01-01T00:00:00Z');
    made.push(await begin());
    time = new Date('2026-11-23T00:00:00Z');
    made.push(await begin());
    expect(made).toEqual(['20261122-071011', '20261122-071011.2', '20261122-071011.3', '20261123-000000']);
    expect(await store.ids()).toEqual(made);
    expect(await store.open('20261122-071011.9')).toBeUndefined();
    expect(await store.open('../../etc')).toBeUndefined();
  });

  it('is empty where no run was ever made', async () => {
    expect(await fileRunStore(join(await folder(), 'nowhere'), now).ids()).toEqual([]);
  });
});

const JOURNALS = join(import.meta.dirname, '../journals/v1');

describe('journals of earlier versions', async () => {
  await mkdir(JOURNALS, { recursive: true });
  it.each((await readdir(JOURNALS)).filter((name) => name.endsWith('.ndjson')))(
    '%s replays to what it always meant',
    async (name) => {
      const state = runState(await readJournal(join(JOURNALS, name)));
      const meaning = {
        status: state.status,
        steps: state.steps.map(({ id, outcome }) => `${id} ${outcome}`),
        takesBack: toTakeBack(state).map(({ sequence, action }) => `${sequence} ${action.kind}`),
        owed: state.owed.map(({ step, action }) => `${step} ${action.kind}`),
      };
      expect(`${JSON.stringify(meaning, null, 1)}\n`).toBe(
        await readFile(join(JOURNALS, name.replace('.ndjson', '.json')), 'utf8'),
      );
    },
  );
});

describe('runs that cannot be read', () => {
  it('are unknown, not none', async () => {
    const state = await folder();
    await writeFile(join(state, 'runs'), 'x');
    await expect(fileRunStore(state, now).ids()).rejects.toMatchObject({ fault: { code: 'unreadable' } });
    const other = await folder();
    await mkdir(join(other, 'runs/20261122-071011/journal.ndjson'), { recursive: true });
    const journal = await fileRunStore(other, now).open('20261122-071011');
    await expect(journal?.events()).rejects.toMatchObject({ fault: { code: 'unreadable' } });
  });
});
