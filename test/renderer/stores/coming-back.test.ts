import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore } from '../../../renderer/stores/session-store.ts';
import { standIn } from '../stand-in.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('coming back', () => {
  const runs = (status: string) => ({
    listRuns: () =>
      Promise.resolve({
        schema: 'gpu-guest/runs@1' as const,
        runs: [{ run: 'r7', startedAt: '2026-11-22T09:00:00Z', goal: 'compute', status, wouldUndo: [], undoAfter: null, rebootDue: false }],
      }),
  });
  const opened = async (status: string) => {
    const stage = standIn(runs(status));
    const store = createSessionStore(stage.api, 'en');
    await store.acts.open();
    await vi.advanceTimersByTimeAsync(0);
    return { ...stage, store };
  };

  it.each(['running', 'paused-for-reboot', 'undoing'])('a run that is %s is where the window opens', async (status) => {
    const { store, followers } = await opened(status);
    expect(store.getState().run).toMatchObject({ run: 'r7', undoing: status === 'undoing', begunHere: false });
    expect(followers[0]!.after).toBe(0);
  });

  it.each(['done', 'failed', 'undone'])('a run that is %s is left to the history', async (status) => {
    expect((await opened(status)).store.getState().run).toBeNull();
  });
});
