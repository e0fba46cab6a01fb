import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heldRunLock } from '../../src/journal/held-run-lock.ts';

const now = () => new Date('2026-11-22T10:00:00Z');

describe('the lock that is held', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'held-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** As Windows does it: one holder at a time, and whoever ends lets go. */
  function system() {
    let isHeld = false;
    const letGo = () => {
      isHeld = false;
    };
    const hold = () => {
      if (isHeld) return Promise.resolve(undefined);
      isHeld = true;
      return Promise.resolve({ close: () => Promise.resolve().then(letGo) });
    };
    return { hold, letGo };
  }

  it('names who holds it to the one who comes second', async () => {
    const { hold } = system();
    const release = await heldRunLock(folder, now, hold).take('20261122-100000');
    const second = heldRunLock(folder, now, hold);
    expect(await second.holder()).toMatchObject({ run: '20261122-100000', pid: process.pid });
    await expect(second.take('other')).rejects.toMatchObject({ fault: { code: 'busy', message: { key: 'run.busy' } } });
    await release();
    expect(await second.holder()).toBeNull();
    await (await second.take('other'))();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('is free again when its holder was killed', async () => {
    const { hold, letGo } = system();
    await heldRunLock(folder, now, hold).take('20261122-100000');
    letGo();
    const next = heldRunLock(folder, now, hold);
    expect(await next.holder()).toBeNull();
    await expect(next.take('other')).resolves.toBeTypeOf('function');
  });
});
