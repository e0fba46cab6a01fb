import { expect, it } from 'vitest';
import type { Observer } from '../../src/domain/machine.ts';
import { readOnce } from '../../src/engine/read-once.ts';
import { observerOf } from '../../src/artifacts/index.ts';

/** As zypper is: who comes while another asks is refused. */
function locking(): Observer {
  let isBusy = false;
  const run: Observer['run'] = async () => {
    if (isBusy) return { stdout: '', stderr: 'System management is locked by the application with pid 42 (zypper).', exitCode: 7 };
    isBusy = true;
    await new Promise((later) => setImmediate(later));
    isBusy = false;
    return { stdout: 'found', stderr: '', exitCode: 0 };
  };
  return { ...observerOf([]), run };
}

it('asks zypper one question at a time, as it refuses a second that comes meanwhile', async () => {
  const machine = readOnce(locking());
  const answers = await Promise.all(['one', 'two', 'three'].map((name) => machine.run(['zypper', 'search', name])));
  expect(answers.map(({ stdout }) => stdout)).toEqual(['found', 'found', 'found']);
});

it('asks zypper the next question also where the one before had no answer', async () => {
  const failing = locking();
  const run: Observer['run'] = (command) => (command[2] === 'one' ? Promise.reject(new Error('no answer')) : failing.run(command));
  const machine = readOnce({ ...failing, run });
  const [first, second] = await Promise.allSettled(['one', 'two'].map((name) => machine.run(['zypper', 'search', name])));
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
});
