import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { resume } from '../../src/cli/commands/resume.ts';
import { status } from '../../src/cli/commands/status.ts';
import type { Call } from '../../src/cli/call.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import { translator } from '../../src/words/translate.ts';

const { STATE } = await vi.hoisted(async () => {
  const [{ mkdtempSync: make }, { tmpdir: root }] = await Promise.all([import('node:fs'), import('node:os')]);
  return { STATE: make(`${root()}/state-`) };
});
vi.mock(import('../../src/domain/places.ts'), async (original) => ({ ...(await original()), STATE_FOLDER: STATE as never }));

vi.mock(import('../../src/cli/source.ts'), () => ({
  openSource: () => Promise.resolve({ kind: 'live', machine: simulationNamed('v100-nouveau').start().observer }),
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
