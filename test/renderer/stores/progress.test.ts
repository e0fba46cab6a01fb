import { describe, expect, it } from 'vitest';
import { elapsedOf, estimateOf, progressOf, type SpanOf } from '../../../renderer/stores/progress.ts';
import { logText } from '../../../renderer/stores/log-text.ts';
import type { Run } from '../../../renderer/stores/session.ts';
import type { Followed } from '../../../src/contract/questions.ts';
import { line } from '../stand-in.ts';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 22, 9) + seconds * 1000).toISOString();
const PLANNED = ['a', 'b', 'c', 'd'];
const alike: SpanOf = () => null;

function run(lines: readonly (readonly [Followed['event'], string | null, number, Partial<Followed>?])[], more: Partial<Run> = {}): Run {
  return {
    run: 'r1',
    undoing: false,
    begunHere: true,
    reboots: false,
    steps: PLANNED,
    heardAt: 0,
    disconnected: null,
    cancelling: false,
    ...more,
    lines: lines.map(([event, step, seconds, rest], index) => line(index + 1, event, { step, t: at(seconds), ...rest })),
  };
}
const states = (one: Run, stands = false) => progressOf(one, PLANNED, stands).steps.map(({ id, state }) => `${id} ${state}`);

describe('the progress of a run', () => {
  it('is what was agreed to, with what was heard of it', () => {
    const one = run([['step-started', 'a', 0], ['step-done', 'a', 10], ['step-started', 'b', 10]]);
    expect(states(one)).toEqual(['a done', 'b working', 'c ahead', 'd ahead']);
    expect(progressOf(one, PLANNED, false)).toMatchObject({ finished: 1, count: 4, workedMs: 10_000, current: { id: 'b' } });
  });

  it('counts what was already so before the plan to nothing', () => {
    expect(states(run([['step-skipped', 'z', 0, { message: 'It is so.' }]]))).toEqual(['a ahead', 'b ahead', 'c ahead', 'd ahead']);
  });

  it('has done before the reboot what is passed over behind it, and does not count its time twice', () => {
    const one = run([['step-started', 'a', 0], ['step-done', 'a', 10], ['step-started', 'b', 10], ['reboot-needed', 'b', 12], ['step-skipped', 'a', 60], ['step-skipped', 'b', 60]]);
    expect(states(one)).toEqual(['a done', 'b done', 'c ahead', 'd ahead']);
    expect(progressOf(one, PLANNED, false).workedMs).toBe(12_000);
  });

  it('shows nobody at work where nobody is', () => {
    const begun = run([['step-started', 'a', 0]]);
    expect(states(begun, true)[0]).toBe('a stopped');
    expect(states(run([['step-started', 'a', 0], ['reboot-needed', 'a', 1]]), true)[0]).toBe('a waits');
  });

  it('says how many are done and not of how many where that is not known', () => {
    const one = run([['step-started', 'a', 0], ['step-done', 'a', 5], ['step-skipped', 'b', 5]], { steps: null });
    expect(progressOf(one, PLANNED, false)).toMatchObject({ finished: 1, count: null });
    expect(estimateOf(progressOf(one, PLANNED, false), alike, 0)).toBeNull();
  });

  it('leaves out what belongs to no step: how the run will go on by itself after a reboot', () => {
    const one = run([['step-started', 'a', 0], ['output', 'resume', 1, { line: 'Created symlink …' }], ['reboot-needed', 'a', 2]]);
    expect(progressOf(one, PLANNED, true).steps.map(({ id }) => id)).toEqual(PLANNED);
  });

});

describe('a run that is taken back', () => {
  const done = [['run-started', null, 0], ['step-started', 'a', 0], ['step-failed', 'a', 1]] as const;
  const taking = [...done, ['run-started', null, 5], ['progress', 'c', 6, { message: 'Taking back: c' }], ['output', 'undo', 7, { line: 'Removing …' }], ['progress', 'a', 9]] as const;
  const undone = (lines: Parameters<typeof run>[0], stands = false) => progressOf(run(lines, { undoing: true, steps: ['c', 'a', 'resume'] }), PLANNED, stands);

  it('tells each step as it is taken back, newest first, and which still stand', () => {
    expect(undone(taking)).toMatchObject({
      steps: [{ id: 'c', state: 'done', tookMs: 3000 }, { id: 'a', state: 'working', startedAt: Date.parse(at(9)) }, { id: 'resume', state: 'ahead' }],
      current: { id: 'a' }, finished: 1, count: 3, failure: null,
    });
    expect(undone([...done, ['run-started', null, 5], ['output', 'undo', 6, { line: 'Waiting …' }]])).toMatchObject({ finished: 0, count: 3, current: null });
    expect(undone([...taking, ['output', 'undo', 10, { line: ' Purging … ' }]]).current?.note).toBe('Purging …');
  });

  it('is taken back whole at its end', () => {
    expect(undone([...taking, ['progress', 'resume', 10], ['run-done', null, 11]], true)).toMatchObject({ finished: 3, count: 3, current: null, workedMs: 5000 });
  });

  it('says at which step it failed, with the last that was said', () => {
    expect(undone([...taking, ['run-failed', null, 11, { message: 'It failed.' }]], true)).toMatchObject({
      steps: [{ state: 'done' }, { id: 'a', state: 'failed' }, { state: 'ahead' }],
      failure: { step: 'a', message: 'It failed.', lastLines: ['Removing …'] },
    });
    expect(undone([...taking, ['run-failed', null, 11, { cancelled: true }]], true).steps[1]).toMatchObject({ id: 'a', state: 'stopped' });
  });

  it('counts what was heard where nobody knows what was to be taken back', () => {
    expect(progressOf(run(taking, { undoing: true, steps: null }), PLANNED, false)).toMatchObject({ finished: 1, count: null, steps: [{ id: 'c' }, { id: 'a' }] });
  });
});

describe('a failure', () => {
  it('stands with the last its tool said', () => {
    const one = run([['step-started', 'a', 0], ['output', 'a', 1, { line: 'E: no' }], ['step-failed', 'a', 2, { message: 'It failed.', lastLines: ['E: no'] }], ['run-failed', null, 2, { message: 'It failed.' }]]);
    expect(progressOf(one, PLANNED, true).failure).toEqual({ step: 'a', message: 'It failed.', lastLines: ['E: no'] });
  });

  it('that a journal tells without those lines has those that were heard of that step', () => {
    const one = run([['output', 'b', 0, { line: 'not this' }], ['output', 'a', 1, { line: 'E: no' }], ['step-failed', 'a', 2, { message: 'It failed.' }], ['run-failed', null, 2]]);
    expect(progressOf(one, PLANNED, true).failure?.lastLines).toEqual(['E: no']);
  });
});

describe('an estimate', () => {
  const done = (count: number) => PLANNED.slice(0, count).flatMap((id, index) => [['step-started', id, index * 10], ['step-done', id, index * 10 + 10]] as const);

  it('is not made from a single step', () => {
    expect(estimateOf(progressOf(run(done(1)), PLANNED, false), alike, 0)).toBeNull();
  });

  it('is what the steps to come take if they take as long as those so far', () => {
    expect(estimateOf(progressOf(run(done(2)), PLANNED, false), alike, 0)).toBe(20_000);
  });

  it('takes a step that needs minutes for no more and no less than others that need minutes', () => {
    const spanOf: SpanOf = (id) => (id === 'a' || id === 'd' ? 'minutes' : 'seconds');
    const lines = [['step-started', 'a', 0], ['step-done', 'a', 300], ['step-started', 'b', 300], ['step-done', 'b', 302]] as const;
    expect(estimateOf(progressOf(run(lines), PLANNED, false), spanOf, 0)).toBe(302_000);
  });

  it('is none while a step that needs minutes is to come and none of them is done', () => {
    const spanOf: SpanOf = (id) => (id === 'd' ? 'minutes' : 'seconds');
    expect(estimateOf(progressOf(run(done(2)), PLANNED, false), spanOf, 0)).toBeNull();
  });

  it('counts what the step at work has had, and never below nothing', () => {
    const working = [...done(2), ['step-started', 'c', 20]] as const;
    expect(estimateOf(progressOf(run(working), PLANNED, false), alike, 4000)).toBe(16_000);
    expect(estimateOf(progressOf(run(working), PLANNED, false), alike, 60_000)).toBe(10_000);
  });

  it('is none where nothing is to come', () => {
    expect(estimateOf(progressOf(run(done(4)), PLANNED, false), alike, 0)).toBeNull();
  });
});

describe('the time of a step at work', () => {
  it('is the guest\'s up to its newest line, and this window\'s since', () => {
    const one = run([['step-started', 'a', 0], ['output', 'a', 7, { line: 'x' }]], { heardAt: 1_000_000 });
    const { current } = progressOf(one, PLANNED, false);
    expect(elapsedOf(current!, one, 1_003_000)).toBe(10_000);
  });
});

describe('the log', () => {
  it('says once what a step and with it the run ended with', () => {
    const one = run([['step-failed', 'a', 1, { message: 'No token.' }], ['run-failed', null, 1, { message: 'No token.' }]]);
    expect(logText(one.lines, (id) => id.toUpperCase())).toEqual(['✗ A: No token.']);
  });

  it('has each step as a heading over what its tools said', () => {
    const one = run([['run-started', null, 0], ['step-started', 'a', 0], ['output', 'a', 1, { line: 'Setting up' }], ['step-done', 'a', 2], ['step-skipped', 'b', 2, { message: 'It is so.' }]]);
    expect(logText(one.lines, (id) => id.toUpperCase())).toEqual(['== A', '  Setting up', '✓ A', '✓ B: It is so.']);
  });
});
