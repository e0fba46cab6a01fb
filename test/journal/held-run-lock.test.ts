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
    let held = false;
    const letGo = () => {
      held = false;
    };
    const hold = () => {
      if (held) return Promise.resolve(undefined);
      held = true;
      return Promise.resolve({ close: () => Promise.resolve().then(letGo) });
    };
    return { hold, letGo, isHeld: () => Promise.resolve(held) };
  }

  it('names who holds it to the one who comes second', async () => {
    const holding = system();
    const release = await heldRunLock(folder, now, holding).take('20261122-100000');
    const second = heldRunLock(folder, now, holding);
    expect(await second.holder()).toMatchObject({ run: '20261122-100000', pid: process.pid });
    await expect(second.take('other')).rejects.toMatchObject({ fault: { code: 'busy', message: { key: 'run.busy' } } });
    await release();
    expect(await second.holder()).toBeNull();
    await (await second.take('other'))();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('is seen to be held by somebody who may not write there', async () => {
    const holding = system();
    await heldRunLock(folder, now, holding).take('20261122-100000');
    const reader = heldRunLock(folder, now, { ...holding, hold: () => Promise.reject(new Error('EPERM')) });
    expect(await reader.holder()).toMatchObject({ run: '20261122-100000' });
  });

  it('is free again when its holder was killed', async () => {
    const holding = system();
    await heldRunLock(folder, now, holding).take('20261122-100000');
    holding.letGo();
    const next = heldRunLock(folder, now, holding);
    expect(await next.holder()).toBeNull();
    await expect(next.take('other')).resolves.toBeTypeOf('function');
  });
});
