import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/domain/fault.ts';
import { fileRunLock, type Holder } from '../../src/journal/run-lock.ts';

const folder = () => mkdtemp(join(tmpdir(), 'lock-'));
const now = () => new Date('2026-11-22T07:10:11.000Z');
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as FaultError).fault,
  );

async function heldBy(state: string): Promise<Holder> {
  await fileRunLock(state, now).take('r1');
  return JSON.parse(await readFile(join(state, 'lock'), 'utf8')) as Holder;
}

describe('the lock of a run', () => {
  it('is refused to a second one, who is told pid, run and since', async () => {
    const state = await folder();
    await fileRunLock(state, now).take('r1');
    const values = { pid: process.pid, run: 'r1', since: '2026-11-22T07:10:11.000Z' };
    expect(await faultOf(fileRunLock(state, now).take('r2'))).toEqual({
      code: 'busy',
      message: { key: 'run.busy', values },
    });
    expect(await fileRunLock(state, now).holder()).toMatchObject({ run: 'r1' });
  });

  it('is free again once it is given back, and leaves nothing behind', async () => {
    const state = await folder();
    const giveBack = await fileRunLock(state, now).take('r1');
    await giveBack();
    expect(await readdir(state)).toEqual([]);
    expect(await fileRunLock(state, now).holder()).toBeNull();
  });

  it('is taken over from a process that is dead', async () => {
    const state = await folder();
    const holder = await heldBy(state);
    const child = spawn('sleep', ['0']);
    await once(child, 'exit');
    await writeFile(join(state, 'lock'), JSON.stringify({ ...holder, pid: child.pid }));
    await fileRunLock(state, now).take('r2');
    expect(await fileRunLock(state, now).holder()).toMatchObject({ run: 'r2' });
    expect(await readdir(state)).toEqual(['lock']);
  });

  it.each([
    ['another boot', { bootId: 'another' }],
    ['another process with the same id', { startedTicks: '1' }],
  ])('is taken over from %s', async (_, other) => {
    const state = await folder();
    await writeFile(join(state, 'lock'), JSON.stringify({ ...(await heldBy(state)), ...other }));
    await fileRunLock(state, now).take('r2');
  });

  it('is taken over where a power cut left half of it', async () => {
    const state = await folder();
    await writeFile(join(state, 'lock'), '{"pid":1');
    await fileRunLock(state, now).take('r2');
  });

  it('goes to exactly one of many processes that ask at once, also where a dead one left it', async () => {
    const processes = Array.from({ length: 8 }, () => spawn('sleep', ['30']));
    try {
      for (let round = 0; round < 20; round++) {
        const state = await folder();
        if (round % 2 === 0) await writeFile(join(state, 'lock'), 'left by a power cut');
        const asked = processes.map(({ pid }) => fileRunLock(state, now, pid).take(`r${pid ?? ''}`));
        const ended = await Promise.allSettled(asked);
        expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
    } finally {
      for (const child of processes) child.kill();
    }
  });
});
