import { expect, test } from 'vitest';
import type { Detection } from '../../../src/contract/documents/detection.ts';
import { answered, freshSession, unasked } from '../../../renderer/stores/session.ts';
import {
  afterUndo,
  byWeight,
  consequencesOf,
  driverVersions,
  isAdvanced,
  rebootAhead,
  rootsOf,
  screenOf,
  stepSpans,
  toBeKnownFirst,
} from '../../../renderer/stores/selectors.ts';
import { about, finding, plan, seen, step } from '../documents.ts';

const opened = { ...freshSession('en'), about: answered(about) };

test('the screen follows from what is known: nothing, the way, a visit, a browser turned away', () => {
  expect(screenOf(freshSession('en'))).toBe('opening');
  expect(screenOf(opened)).toBe('machine');
  expect(screenOf({ ...opened, way: 'plan' })).toBe('plan');
  expect(screenOf({ ...opened, way: 'plan', visit: 'history' })).toBe('history');
  expect(screenOf({ ...opened, visit: 'about', turnedAway: 'used' })).toBe('turned-away');
});

test('an error stands before a warning, and causes keep the order in which they are to be mended', () => {
  const findings = [finding('b', { severity: 'warning' }), finding('a'), finding('c', { severity: 'info' }), finding('d')];
  expect(byWeight(findings).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c']);
});

test('a consequence stands within its cause; without its cause it stands for itself', () => {
  const cause = finding('cause');
  const consequence = finding('consequence', { becauseOf: 'cause' });
  const orphan = finding('orphan', { becauseOf: 'not-found' });
  const all = [consequence, cause, orphan];
  expect(rootsOf(all)).toEqual([cause, orphan]);
  expect(consequencesOf(cause, all)).toEqual([consequence]);
});

test('once a run was taken back, the runs tell what is due and what still stands', () => {
  const past = (run: string, status: string, wouldUndo: string[], rebootDue = false) =>
    ({ run, startedAt: '2026-11-22T09:00:00Z', goal: 'compute', status, wouldUndo, undoAfter: null, rebootDue });
  const told = (...runs: ReturnType<typeof past>[]) =>
    afterUndo({ runs: answered({ schema: 'gpu-guest/runs@1', runs }) }, 'r3');
  const older = [past('r1', 'done', ['driver.install']), past('r2', 'failed', ['cuda.toolkit'])];
  expect(afterUndo({ runs: unasked }, 'r3')).toEqual({ rebootDue: false, next: null, more: 0 });
  // The list is older than the undo.
  expect(told(...older, past('r3', 'undoing', ['driver.load']))).toEqual({ rebootDue: false, next: null, more: 0 });
  expect(told(past('r3', 'undone', [], true))).toEqual({ rebootDue: true, next: null, more: 0 });
  expect(told(...older, past('r3', 'undone', []))).toMatchObject({ rebootDue: false, next: { run: 'r2' }, more: 1 });
});

test('what has to be known before a plan is what the plan does not mend', () => {
  const byHost = finding('host', { fix: { by: 'host-admin', steps: [], automatic: false, applySteps: [] } });
  const note = { ...byHost, id: 'note', severity: 'info' as const };
  expect(toBeKnownFirst(plan('d', { warnings: [finding('mended'), byHost, note] }))).toEqual([byHost]);
});

test('a reboot is announced only where a step to do needs it', () => {
  expect(rebootAhead(plan('d', { steps: [step('a', { reboot: true, state: 'done' })] }), opened)).toBe('none');
  expect(rebootAhead(plan('d', { steps: [step('a'), step('b', { reboot: true })] }), opened)).toBe('sure');
});

test('on Windows a driver may end with a reboot of which the plan cannot know', () => {
  const looked = seen();
  const { detection } = looked;
  const onWindows = { ...looked, detection: { ...detection, guest: { ...detection.guest, platform: 'windows' as const } } };
  const at = (one: typeof looked, state: 'todo' | 'done') =>
    rebootAhead(plan('d', { steps: [step('driver.install', { state })] }), { look: { questions: [], seen: answered(one) } });
  expect([at(onWindows, 'todo'), at(onWindows, 'done'), at(looked, 'todo')]).toEqual(['possible', 'none', 'none']);
});

test('a card whose reset a hypervisor may forbid may end with a reboot', () => {
  const reset = { commands: [['nvidia-smi', '--gpu-reset', '-i', '00000000:00:05.0']] };
  const at = (state: 'todo' | 'done') => rebootAhead(plan('d', { steps: [step('mig.mode', { ...reset, state })] }), opened);
  expect([at('todo'), at('done')]).toEqual(['possible', 'none']);
});

test('driver versions to choose from are those that fit, each once, and the one chosen before', () => {
  const recommended = { kind: 'grid' as const, branch: 525, versions: ['525.105.17'], kernelModule: 'proprietary' as const, exact: true, reason: '' } satisfies Detection['driver']['recommended'];
  const looked = seen({ driver: { installed: null, recommended, reason: '', rejected: [] } });
  const session = { ...opened, look: { questions: [], seen: answered(looked) } };
  expect(driverVersions(session)).toEqual(['525.105.17']);
  const chosen = { ...session.choices, driver: { ...session.choices.driver, version: '525.85.05' } };
  expect(driverVersions({ ...session, choices: chosen })).toEqual(['525.105.17', '525.85.05']);
  expect([isAdvanced(session.choices), isAdvanced(chosen)]).toEqual([false, true]);
});

test('how long a step takes is said of a real machine, and not of a simulated one', () => {
  const told = answered({ ...about, steps: [{ id: 'driver.install', title: 'Install', takes: 'minutes' as const }] });
  expect(stepSpans({ about: told, machine: 'this' })('driver.install')).toBe('minutes');
  expect(stepSpans({ about: told, machine: 'this' })('other')).toBeNull();
  expect(stepSpans({ about: told, machine: 'sim:t4-no-token' })('driver.install')).toBeNull();
});
