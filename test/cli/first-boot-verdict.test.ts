import { expect, test } from 'vitest';
import { keptVerdict, verdictSaid } from '../../src/cli/first-boot-verdict.ts';
import type { FirstBootVerdict } from '../../src/contract/documents/first-boot.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import { FIRST_BOOT_VERDICT } from '../../src/domain/places.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import { translator } from '../../src/words/translate.ts';

const verdict: FirstBootVerdict = {
  schema: 'gpu-guest/first-boot@1',
  at: '2026-11-22T14:33:03.000Z',
  version: '0.1.0',
  ready: false,
  gpus: ['GRID T4-8Q'],
  waitedSeconds: 0,
  checks: [{ id: 'license.0000:00:05.0', ok: false, expected: 'licensed', found: 'unlicensed' }],
  cause: { id: 'license.token-missing', title: 'There is no client configuration token', by: 'guest', steps: [] },
};

async function saidOf(text: string | null): Promise<string | null> {
  const { observer, executor } = simulationNamed('healthy-licensed').start();
  if (text !== null) await executor.write(FIRST_BOOT_VERDICT, text, 0o644);
  const said = verdictSaid(await keptVerdict(observer));
  return said && (await translator('en'))(said);
}

test('a guest that no first boot has judged has no word of it', async () => {
  expect(await saidOf(null)).toBeNull();
});

test('it is told when, whether the guest is ready, and what comes first', async () => {
  expect(await saidOf(JSON.stringify(verdict))).toContain('2026-11-22 14:33:03 UTC: not ready. There is no client configuration token');
  expect(await saidOf(JSON.stringify({ ...verdict, cause: null }))).toContain('license.0000:00:05.0: expected licensed, found unlicensed');
  expect(await saidOf(JSON.stringify({ ...verdict, ready: true, cause: null }))).toContain(': ready (GRID T4-8Q).');
});

test.each(['{"schema": "gpu-guest/first-bo', '{}', ''])('a file that says nothing (%s) is no verdict, and no absence', async (text) => {
  expect(await saidOf(text)).toContain('cannot be read');
});

test('nor is one that may not be read', async () => {
  const { observer } = simulationNamed('healthy-licensed').start();
  const read = (target: string) => Promise.reject(new Unobservable({ kind: 'permission-denied', target }));
  expect(await keptVerdict({ ...observer, read })).toBe('unreadable');
});
