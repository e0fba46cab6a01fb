import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { resume } from '../../src/cli/commands/resume.ts';
import { status } from '../../src/cli/commands/status.ts';
import type { Call } from '../../src/cli/call.ts';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { FaultError } from '../../src/domain/fault.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { fileRunStore } from '../../src/journal/run-store.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import { translator } from '../../src/words/translate.ts';

const { STATE } = await vi.hoisted(async () => {
  const [{ mkdtempSync: make }, { tmpdir: root }] = await Promise.all([import('node:fs'), import('node:os')]);
  return { STATE: make(`${root()}/state-`) };
});
vi.mock(import('../../src/domain/places.ts'), async (original) => ({ ...(await original()), STATE_FOLDER: STATE as never }));

vi.mock(import('../../src/cli/source.ts'), () => ({
  openSource() {
    const { observer } = simulationNamed('v100-nouveau').start();
    const read = (path: string) => (path === '/etc/machine-id' ? Promise.resolve(`${'b'.repeat(32)}\n`) : observer.read(path));
    return Promise.resolve({ kind: 'live', machine: { ...observer, read } });
  },
}));
// Whatever becomes of the refusal: nothing is changed on the machine that runs this.
vi.mock(import('../../src/cli/bench.ts'), async (original) => ({
  ...(await original()),
  benchFor({ machine }) {
    const now = () => machine.now();
    const { executor } = simulationNamed('v100-nouveau').start();
    return { machine, executor, store: fileRunStore(STATE, now), lock: memoryRunLock(now), pause: () => Promise.resolve(), onEvent: () => undefined, self: null, version: '0' };
  },
}));
afterAll(() => {
  rmSync(STATE, { recursive: true });
});

const translate = await translator('en');
let out = '';
const call = (options: Call['options']): Call => ({
  arguments: [],
  options,
  json: options.json === true,
  language: 'en',
  translate,
  terminal: {
    columns: 100,
    paint: (_, text) => text,
    interactive: false,
    out: (text) => void (out += text),
    note: () => undefined,
    conclude: () => undefined,
  },
});

test('a run that waits is shown first, and what is left of it without going on', async () => {
  const run = join(STATE, 'runs', '20261122-090000');
  mkdirSync(run, { recursive: true });
  cpSync('test/journals/v1/paused-for-reboot.ndjson', join(run, 'journal.ndjson'));
  await status(call({}));
  expect(out).toMatch(/^Run 20261122-090000 has not come to its end \(waits for a reboot\)/);
  out = '';
  await resume(call({ 'dry-run': true, json: true }));
  expect(JSON.parse(out)).toMatchObject({ schema: 'gpu-guest/run@1', run: '20261122-090000', outcome: 'dry-run' });
  expect(JSON.parse(out).steps).toContainEqual(expect.objectContaining({ id: 'driver.install', outcome: 'not-reached' }));
});

test('a run that was begun on another machine is refused with exit code 1, and its journal stays as it was', async () => {
  const file = join(STATE, 'runs', '20261122-090000', 'journal.ndjson');
  const begun = readFileSync('test/journals/v1/paused-for-reboot.ndjson', 'utf8').replace('"kind":"run-started"', '"kind":"run-started","machine":{"id":"of-the-builder","hardware":null}');
  writeFileSync(file, begun);
  const refused = await resume(call({ yes: true })).catch((error: unknown) => error);
  if (!(refused instanceof FaultError)) throw new Error(String(refused));
  expect(refused.fault.message.key).toBe('run.resume.elsewhere');
  expect(exitCodeOf(refused.fault.code)).toBe(1);
  expect(translate(refused.fault.message)).toMatch(/begun on another machine: this one has another machine id .*nothing was changed.*resume --force/s);
  expect(readFileSync(file, 'utf8')).toBe(begun);
});
