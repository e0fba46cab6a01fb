import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventOf, Listener } from '../../../src/contract/contract.ts';
import { createSessionStore } from '../../../renderer/stores/session-store.ts';
import { legibly } from '../../../renderer/stores/legible-look.ts';
import { about, seen } from '../documents.ts';
import { standInApi } from '../stand-in-api.ts';

type Examining = EventOf<'examineMachine'>;
const COUNT = 41;
const question = (index: number, state: 'asked' | 'answered'): Examining => ({ kind: 'question', key: `q${index}`, question: '', state });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A look whose answers come when the test says so, and what of it has been passed on. */
function looking() {
  let source: Listener<Examining> | undefined;
  const passed: string[] = [];
  const stop = legibly(
    (ears) => {
      source = ears;
      return () => passed.push('stopped');
    },
    {
      onEvent: (event) => passed.push(event.kind === 'seen' ? 'seen' : `${event.key} ${event.state}`),
      onEnd: (fault) => passed.push(fault === null ? 'end' : fault.code),
    },
  );
  if (source === undefined) throw new Error('nobody listens');
  return { ...source, passed, stop };
}

test('answers that come all at once are shown one after the other, in their order, within 1.2 seconds', () => {
  const { onEvent, onEnd, passed } = looking();
  for (let index = 0; index < COUNT; index++) onEvent(question(index, 'asked'));
  expect(passed).toHaveLength(COUNT);
  for (let index = 0; index < COUNT; index++) onEvent(question(index, 'answered'));
  onEvent({ kind: 'seen', seen: seen() });
  onEnd(null);
  const answers = () => passed.filter((each) => each.endsWith('answered')).length;
  expect(answers()).toBe(1);
  vi.advanceTimersByTime(500);
  expect(answers()).toBeGreaterThan(10);
  expect(answers()).toBeLessThan(30);
  expect(passed).not.toContain('seen');
  vi.advanceTimersByTime(700);
  expect(passed.slice(COUNT)).toEqual([...Array.from({ length: COUNT }, (_, index) => `q${index} answered`), 'seen', 'end']);
});

test('however many answers there are, none is held back beyond that time', () => {
  const { onEvent, passed } = looking();
  for (let index = 0; index < 500; index++) onEvent(question(index, 'answered'));
  vi.advanceTimersByTime(1300);
  expect(passed).toHaveLength(500);
});

test('an answer that comes after a while is passed on the moment it comes', () => {
  const { onEvent, passed } = looking();
  onEvent(question(0, 'answered'));
  vi.advanceTimersByTime(300);
  onEvent(question(1, 'answered'));
  expect(passed).toEqual(['q0 answered', 'q1 answered']);
});

test('a look that is given up tells nothing more', () => {
  const { onEvent, passed, stop } = looking();
  for (let index = 0; index < COUNT; index++) onEvent(question(index, 'answered'));
  stop();
  vi.advanceTimersByTime(5000);
  expect(passed).toEqual(['q0 answered', 'stopped']);
});

test.each([
  ['sim:t4-no-token', true, 'asking'],
  ['this', true, 'answered'],
  ['sim:t4-no-token', false, 'answered'],
] as const)('of %s, where a legible look is wanted: %s, the machine is %s at once', async (start, legible, kind) => {
  const { api, newest } = standInApi({ describeProgram: () => Promise.resolve({ ...about, start }) });
  const store = createSessionStore(api, 'en', legible);
  await store.acts.open();
  const { onEvent } = newest('examineMachine').listener;
  onEvent(question(0, 'answered'));
  onEvent({ kind: 'seen', seen: seen() });
  expect(store.getState().look.seen.kind).toBe(kind);
  vi.advanceTimersByTime(100);
  expect(store.getState().look.seen.kind).toBe('answered');
});
