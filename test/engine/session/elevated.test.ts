import { expect, test } from 'vitest';
import { FaultError } from '../../../src/domain/fault.ts';
import { createSession } from '../../../src/engine/session/session.ts';
import { translator } from '../../../src/words/translate.ts';
import { choices, gathered, numbers, upTo } from '../../contract/asking.ts';
import { here, line, played, RUN } from './played.ts';
import { portsHere } from './ports-here.ts';

test('the program is started with what was agreed to, and what it tells is followed to its end', async () => {
  const { api, started } = played();
  const { asked, child } = await started();
  expect(child.args).toEqual(['apply', '--expect', 'abc', '--reboot', 'never', '--events', '--json', '--lang', 'en']);
  expect(child.profile).toMatchObject({ media: choices.media, reboot: 'never' });
  child.ears.onLine('sudo: a warning of its own');
  child.ears.onLine(line('run-started'));
  expect(await asked).toEqual({ run: RUN });
  const stream = gathered(api, 'followRun', { ...here, run: RUN, after: 0 });
  child.ears.onLine(line('step-started', { step: 'driver.install' }));
  child.ears.onLine(line('output', { step: 'driver.install', line: 'Unpacking …' }));
  child.ears.onLine('{"event":"nonsense"}');
  await api.cancelRun({ ...here, run: RUN });
  expect(child.stops).toBe(1);
  child.ears.onLine(line('run-failed', { cancelled: true }));
  child.ears.onEnd(5, '');
  const lines = await stream;
  expect(numbers(lines)).toEqual(upTo(4));
  expect(lines.at(-1)).toMatchObject({ event: 'run-failed', cancelled: true, ended: true });
  await expect(api.cancelRun({ ...here, run: RUN })).rejects.toBeInstanceOf(FaultError);
});

test.each([
  [4, '', 'gpu-guest: Changing the guest needs administrator rights.\n', 'needs-admin', 'Changing the guest'],
  [1, '{\n  "schema": "gpu-guest/fault@1",\n  "code": "machine-changed",\n  "message": "The plan is another."\n}', '', 'machine-changed', 'The plan is another.'],
  [126, '', 'Error executing command as another user: Request dismissed\n', 'needs-admin', 'password was not given'],
  [11, '', 'gpu-guest: Run 1 is at work here.\n', 'busy', 'Run 1 is at work'],
  [-1, '', '', 'failed', 'ended from outside'],
])('a program that ends with %i before a run began is refused in its own words', async (exitCode, output, said, code, sentence) => {
  const { started } = played();
  const { asked, child } = await started();
  for (const text of output.split('\n').filter((one) => one !== '')) child.ears.onLine(text);
  child.ears.onEnd(exitCode, said);
  const refused = await asked.catch((error: unknown) => error as FaultError);
  expect(refused).toMatchObject({ fault: { code } });
  expect((await translator('en'))((refused as FaultError).fault.message)).toContain(sentence);
});

test('a program that is killed in the middle ends the stream; nobody waits for ever', async () => {
  const { api, started } = played();
  const { asked, child } = await started();
  child.ears.onLine(line('run-started'));
  await asked;
  const stream = gathered(api, 'followRun', { ...here, run: RUN, after: 0 });
  child.ears.onLine(line('step-started', { step: 'driver.install' }));
  await new Promise(setImmediate);
  child.ears.onEnd(-1, '');
  expect((await stream).at(-1)).toMatchObject({ event: 'run-failed', ended: true, sequence: 3, message: expect.stringContaining('outside') });
});

test('where nobody can be asked for rights, nothing is started and the sentence says what to type', async () => {
  const { api, calls } = played({ elevation: async () => 'none' });
  const error = await api.startRun({ ...here, choices, digest: 'abc', reboot: 'never' }).catch((one: unknown) => one);
  expect(error).toMatchObject({ fault: { code: 'needs-admin' } });
  expect(calls).toEqual([]);
  expect((await api.describeProgram({ lang: 'en' })).elevation).toMatchObject({ kind: 'none', sentence: expect.stringContaining('sudo gpu-guest serve') });
});

test('the plan is what an administrator sees, where one can be asked; else what this process sees', async () => {
  const { api, calls } = played();
  const asked = api.proposePlan({ ...here, choices });
  await expect.poll(() => calls.length).toBe(1);
  expect(calls[0]!.args).toEqual(['plan', '--json', '--lang', 'en']);
  const plan = await createSession(portsHere()).proposePlan({ ...here, machine: 'sim:p40-8q-vsphere', choices });
  for (const text of JSON.stringify(plan, null, 2).split('\n')) calls[0]!.ears.onLine(text);
  calls[0]!.ears.onEnd(1, '');
  expect((await asked).digest).toBe(plan.digest);
  expect((await played({ elevation: async () => 'is-root' }).api.proposePlan({ ...here, choices })).digest).not.toBe('');
});
