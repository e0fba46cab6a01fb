import { expect, test } from 'vitest';
import { runDocument } from '../../src/cli/outcome.ts';
import type { RunResult } from '../../src/engine/bench.ts';
import { say } from '../../src/words/say.ts';
import { plainTerminal } from '../../src/cli/plain-terminal.ts';
import { translator } from '../../src/words/translate.ts';

const nowhere = () => undefined;
const terminal = plainTerminal({ columns: 0, paint: (_, text) => text, interactive: false, out: nowhere, note: nowhere, conclude: nowhere });
const call = { arguments: [], options: {}, json: true, language: 'en', translate: await translator('en'), terminal } as const;

const said = (program: string) => say('run.failed.not-found', { program });
const result: RunResult = {
  run: '20261122-090000',
  outcome: 'failed',
  message: said('now'),
  saved: [],
  steps: [
    { id: 'nouveau.disable', outcome: 'failed', message: said('now'), lastLines: ['of now'] },
    { id: 'driver.install', outcome: 'failed', message: said('before'), lastLines: ['of before'] },
  ],
};

test('a step that failed in an earlier attempt is not what this one stopped at', () => {
  const { steps } = runDocument(result, { verb: 'apply', simulated: false, files: [] }, call);
  expect(steps).toEqual([
    { id: 'nouveau.disable', outcome: 'failed', message: expect.stringContaining('now'), lastLines: ['of now'] },
    { id: 'driver.install', outcome: 'not-reached', message: '' },
  ]);
});

test('a step that is done says at least what it was', () => {
  const steps = [{ id: 'license.configure', outcome: 'done', message: null, lastLines: [] }] as const;
  const document = runDocument({ ...result, outcome: 'done', message: null, steps }, { verb: 'apply', simulated: false, files: [] }, call);
  expect(document.steps).toEqual([{ id: 'license.configure', outcome: 'done', message: 'Configure licensing' }]);
});
