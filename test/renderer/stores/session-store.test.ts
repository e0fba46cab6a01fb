import { expect, test, vi } from 'vitest';
import { Refused } from '../../../src/contract/client.ts';
import { createSessionStore } from '../../../renderer/stores/session-store.ts';
import { about, plan, seen } from '../documents.ts';
import { standInApi } from '../stand-in-api.ts';

const refuse = (code: string) => () => Promise.reject(new Refused({ code, message: `sentence of ${code}` }));

test('opening looks at the machine that the program was started for', async () => {
  const { api, newest } = standInApi();
  const store = createSessionStore(api, 'ja');
  await store.acts.open();
  expect(newest('examineMachine').input).toEqual({ machine: 'sim:t4-no-token', lang: 'ja' });
  newest('examineMachine').listener.onEvent({ kind: 'seen', seen: seen() });
  expect(store.getState().look.seen).toMatchObject({ kind: 'answered' });
});

test('a question keeps its place when it is answered', async () => {
  const { api, newest } = standInApi();
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  const { onEvent } = newest('examineMachine').listener;
  onEvent({ kind: 'question', key: 'gpus', question: 'Which GPUs?', state: 'asked' });
  onEvent({ kind: 'question', key: 'kernel', question: 'Which kernel?', state: 'asked' });
  onEvent({ kind: 'question', key: 'gpus', question: 'Which GPUs?', state: 'unknown' });
  expect(store.getState().look.questions.map(({ key, state }) => [key, state])).toEqual([
    ['gpus', 'unknown'],
    ['kernel', 'asked'],
  ]);
});

test('looking again stops the look before', async () => {
  const { api, heard } = standInApi();
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  store.acts.examine();
  expect(heard.filter(({ name }) => name === 'examineMachine').map(({ stopped }) => stopped)).toEqual([true, false]);
});

test('a plan that comes after another was asked for is not shown', async () => {
  const asked: ((answer: ReturnType<typeof plan>) => void)[] = [];
  const { api } = standInApi({ proposePlan: () => new Promise((answer) => asked.push(answer)) });
  const { acts, getState } = createSessionStore(api, 'en');
  const both = [acts.toPlan(), acts.propose()];
  asked[1]?.(plan('newer'));
  asked[0]?.(plan('older'));
  await Promise.all(both);
  expect(getState().plan).toMatchObject({ kind: 'answered', value: { digest: 'newer' } });
});

test('another choice makes the plan one to be asked for anew', async () => {
  const { api } = standInApi({ proposePlan: () => Promise.resolve(plan('a')) });
  const { acts, getState } = createSessionStore(api, 'en');
  await acts.toPlan();
  acts.choose({ goal: 'compute' });
  expect(getState().plan.kind).toBe('unasked');
});

test('where the machine has changed, the plan of now is shown, to be read and agreed to again', async () => {
  const digests = ['agreed', 'of now'];
  const { api } = standInApi({
    proposePlan: () => Promise.resolve(plan(digests.shift() ?? '')),
    startRun: refuse('machine-changed'),
  });
  const { acts, getState } = createSessionStore(api, 'en');
  await acts.toPlan();
  await acts.apply('agreed', 'never');
  await vi.waitFor(() => {
    expect(getState().plan).toMatchObject({ kind: 'answered', value: { digest: 'of now' } });
  });
  expect(getState().planNote).toEqual({ kind: 'replanned' });
  expect(getState().run).toBeNull();
  expect(getState().starting).toBeNull();
});

test('where the administrator’s rights are refused, the plan stays and says why it was not begun', async () => {
  const { api } = standInApi({ proposePlan: () => Promise.resolve(plan('agreed')), startRun: refuse('needs-admin') });
  const { acts, getState } = createSessionStore(api, 'en');
  await acts.toPlan();
  await acts.apply('agreed', 'auto');
  expect(getState().plan).toMatchObject({ kind: 'answered', value: { digest: 'agreed' } });
  expect(getState().planNote).toEqual({ kind: 'not-begun', fault: { code: 'needs-admin', message: 'sentence of needs-admin' } });
});

test('a folder that is read becomes the choice, and what is read of an earlier one is not heard any more', () => {
  const { api, heard } = standInApi();
  const { acts, getState } = createSessionStore(api, 'en');
  acts.readMedia('/one');
  acts.readMedia('/two');
  expect(getState().choices.media).toBe('/two');
  expect(heard.map(({ stopped }) => stopped)).toEqual([true, false]);
});

test('another machine begins with nothing chosen', async () => {
  const { api, newest } = standInApi();
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  store.acts.choose({ goal: 'workstation' });
  store.acts.go('goal');
  store.acts.turnTo('sim:v100-nouveau');
  expect(store.getState()).toMatchObject({ machine: 'sim:v100-nouveau', way: 'machine', choices: { goal: 'auto' } });
  expect(newest('examineMachine').input).toMatchObject({ machine: 'sim:v100-nouveau' });
});

test('the media folder is the one that the program names, on every machine that is turned to', async () => {
  const places = { ...about.places, media: '/srv/nvidia' };
  const { api } = standInApi({ describeProgram: () => Promise.resolve({ ...about, places }) });
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  expect(store.getState().choices.media).toBe('/srv/nvidia');
  store.acts.choose({ media: '/elsewhere' });
  store.acts.turnTo('this');
  expect(store.getState().choices.media).toBe('/srv/nvidia');
});

test('in another language the machine stands as it was seen until it is seen anew', async () => {
  const { api, newest } = standInApi();
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  newest('examineMachine').listener.onEvent({ kind: 'seen', seen: seen() });
  await store.acts.speak('ja');
  expect(newest('examineMachine').input).toMatchObject({ lang: 'ja' });
  expect(store.getState().look.seen.kind).toBe('answered');
});

test('a report is made of what was opened to be judged, or of the machine', async () => {
  const asked: unknown[] = [];
  const report = { name: 'r.html', mediaType: 'text/html', text: '' };
  const { api } = standInApi({
    diagnoseText: () => Promise.resolve(seen().diagnosis),
    writeReport: (input) => {
      asked.push(input);
      return Promise.resolve(report);
    },
  });
  const store = createSessionStore(api, 'en');
  await store.acts.open();
  await store.acts.judge('ticket.txt', 'bnZpZGlhLXNtaQ==');
  const { judged } = store.getState();
  expect(judged).not.toBeNull();
  await store.acts.report('markdown', judged ?? undefined);
  await store.acts.report('html');
  expect(asked).toEqual([
    { machine: 'sim:t4-no-token', lang: 'en', format: 'markdown', of: { name: 'ticket.txt', base64: 'bnZpZGlhLXNtaQ==' } },
    { machine: 'sim:t4-no-token', lang: 'en', format: 'html' },
  ]);
});
