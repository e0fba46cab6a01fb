import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore } from '../../../renderer/stores/session-store.ts';
import { rebootsByItself, runStage, screenOf } from '../../../renderer/stores/selectors.ts';
import { line, output, refusedWith, standIn } from '../stand-in.ts';

const busy = { code: 'busy', message: 'Another run is at work.' };
const gone = { code: 'disconnected', message: 'Failed to fetch' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function begun(answers: Parameters<typeof standIn>[0] = {}, reboot: 'never' | 'auto' = 'auto') {
  const stage = standIn(answers);
  const store = createSessionStore(stage.api, 'en');
  await store.acts.open();
  await store.acts.apply('digest', reboot);
  const hear = (...lines: readonly ReturnType<typeof line>[]) => {
    for (const one of lines) stage.followers.at(-1)!.listener.onEvent(one);
    vi.advanceTimersByTime(50);
  };
  const sequences = () => store.getState().run?.lines.map(({ sequence }) => sequence);
  return { ...stage, store, hear, sequences };
}

describe('a run that is followed', () => {
  it('is shown from its start on', async () => {
    const { store, hear } = await begun();
    hear(line(1, 'run-started'), output(2));
    expect(screenOf(store.getState())).toBe('run');
    expect(runStage(store.getState().run!)).toBe('working');
  });

  it('shows lines that come together in one change', async () => {
    const { store, hear } = await begun();
    let changes = 0;
    store.subscribe(() => changes++);
    hear(...Array.from({ length: 20_000 }, (_, index) => output(index + 1)));
    expect(store.getState().run?.lines).toHaveLength(20_000);
    expect(changes).toBe(1);
  });

  it('is taken up again after the last line seen when the connection drops', async () => {
    const { store, hear, followers, sequences } = await begun();
    hear(line(1, 'run-started'), output(2));
    followers[0]!.listener.onEvent(output(3)); // not yet shown
    followers[0]!.listener.onEnd(gone);
    expect(store.getState().run?.disconnected).toBe('Failed to fetch');
    expect(sequences()).toEqual([1, 2, 3]);
    vi.advanceTimersByTime(2000);
    expect(followers.map(({ after }) => after)).toEqual([0, 3]);
    hear(output(2), output(3), output(4));
    expect(sequences()).toEqual([1, 2, 3, 4]);
    expect(store.getState().run?.disconnected).toBeNull();
  });

  it('goes on trying for as long as nobody answers', async () => {
    const { followers } = await begun();
    for (let cut = 0; cut < 5; cut++) {
      followers.at(-1)!.listener.onEnd(gone);
      vi.advanceTimersByTime(2000);
    }
    expect(followers).toHaveLength(6);
  });

  it('does not hear a connection that was given up', async () => {
    const { store, hear, followers } = await begun();
    hear(line(1, 'run-started'));
    store.acts.watch('r2', false);
    followers[0]!.listener.onEvent(output(2));
    followers[0]!.listener.onEnd(gone);
    vi.advanceTimersByTime(5000);
    expect(followers[0]!.stopped).toBe(true);
    expect(followers).toHaveLength(2);
    expect(store.getState().run).toMatchObject({ run: 'r2', lines: [], disconnected: null });
  });

  it('is not tried again where the program refuses, and says why', async () => {
    const { store, followers } = await begun();
    followers[0]!.listener.onEnd({ code: 'not-found', message: 'There is no run r1.' });
    vi.advanceTimersByTime(5000);
    expect(followers).toHaveLength(1);
    expect(store.getState().refusal).toMatchObject({ act: 'follow', run: 'r1', fault: { message: 'There is no run r1.' } });
  });
});

describe('a reboot', () => {
  it('that was agreed to is survived: the run is taken up again behind it', async () => {
    const { hear, followers, store } = await begun();
    hear(line(1, 'run-started'), line(2, 'reboot-needed'));
    followers[0]!.listener.onEnd(null);
    vi.advanceTimersByTime(2000);
    expect(followers[1]!.after).toBe(2);
    expect(runStage(store.getState().run!)).toBe('waits-for-reboot');
    hear(line(3, 'run-started'), line(4, 'run-done'));
    expect(screenOf(store.getState())).toBe('done');
  });

  it('of which nobody knew, and after which the stream ends in order, is waited for', async () => {
    const { store, followers } = await begun();
    store.acts.watch('r2', false);
    followers.at(-1)!.listener.onEvent(line(1, 'reboot-needed', { ended: false }));
    followers.at(-1)!.listener.onEnd(null);
    vi.advanceTimersByTime(5000);
    expect(followers).toHaveLength(2);
    expect(rebootsByItself(store.getState().run!)).toBe(false);
  });

  it('that was not agreed to is waited for', async () => {
    const { hear, followers } = await begun({}, 'never');
    hear(line(1, 'run-started'), line(2, 'reboot-needed'));
    followers[0]!.listener.onEnd(null);
    vi.advanceTimersByTime(5000);
    expect(followers).toHaveLength(1);
  });
});

describe('the end of a run', () => {
  it('is none while the same run is being taken back', async () => {
    const { hear, store } = await begun();
    await store.acts.undo('r1');
    hear(line(1, 'run-started'), line(2, 'run-done', { ended: false }));
    expect(screenOf(store.getState())).toBe('run');
    hear(line(3, 'run-started'), line(4, 'run-done'));
    expect(screenOf(store.getState())).toBe('done');
  });

  it('has the machine looked at again, and checked', async () => {
    const { hear, asked } = await begun();
    asked.length = 0;
    hear(line(1, 'run-started'), line(2, 'run-done'));
    expect(asked.toSorted()).toEqual(['examineMachine', 'verifyGoal']);
  });

  it('is not checked where it failed', async () => {
    const { hear, asked, store } = await begun();
    asked.length = 0;
    hear(line(1, 'run-started'), line(2, 'run-failed', { message: 'No token.' }));
    expect(asked).toEqual(['examineMachine']);
    expect(runStage(store.getState().run!)).toBe('failed');
  });

  it('is a cancellation where it was stopped on request', async () => {
    const { hear, store } = await begun();
    await store.acts.cancel();
    expect(store.getState().run?.cancelling).toBe(true);
    hear(line(1, 'run-started'), line(2, 'run-failed', { message: 'Cancelled.', cancelled: true }));
    expect(runStage(store.getState().run!)).toBe('cancelled');
    expect(store.getState().run?.cancelling).toBe(false);
  });
});

describe('what is refused is said where it was asked', () => {
  it('a cancellation, and the run goes on', async () => {
    const { store, hear } = await begun({ cancelRun: refusedWith(busy) });
    hear(line(1, 'run-started'));
    await store.acts.cancel();
    expect(store.getState().refusal).toEqual({ act: 'cancel', run: 'r1', fault: busy });
    expect(store.getState().run).toMatchObject({ cancelling: false, disconnected: null });
  });

  it.each(['undo', 'resume'] as const)('%s: beside its run, and the plan is left alone', async (act) => {
    const { store } = await begun({ undoRun: refusedWith(busy), resumeRun: refusedWith(busy) });
    await (act === 'undo' ? store.acts.undo('r0') : store.acts.resume('r0', 'auto'));
    expect(store.getState().refusal).toEqual({ act, run: 'r0', fault: busy });
    expect(store.getState().plan.kind).toBe('unasked');
    expect(store.getState().starting).toBeNull();
  });

  it('a consent that could not be acted on: on the plan, which stands', async () => {
    const { store } = await begun({ startRun: refusedWith(busy) });
    expect(store.getState()).toMatchObject({ planNote: { kind: 'not-begun', fault: busy }, refusal: null, run: null, starting: null });
  });

  it('a plan that is another by now: it is made again, and says so', async () => {
    const { store } = await begun({ startRun: refusedWith({ code: 'machine-changed', message: 'The machine has changed.' }) });
    expect(store.getState()).toMatchObject({ planNote: { kind: 'replanned' }, plan: { kind: 'asking' }, run: null });
  });
});
