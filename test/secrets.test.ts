import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultProfile } from '../src/domain/profile.ts';
import { applyPlan } from '../src/engine/apply.ts';
import { registryPlanner } from '../src/engine/registry-planner.ts';
import { resumeRun } from '../src/engine/resume.ts';
import { memoryRunLock } from '../src/journal/run-lock.ts';
import { memoryRunStore } from '../src/journal/run-store.ts';
import { simulations } from '../src/simulated/index.ts';
import { gpuGuest } from './cli/run-program.ts';

/** Any stretch of a token's payload or signature that is long enough to be one. */
function piecesOf(token: string): readonly string[] {
  return token
    .split('.')
    .slice(1)
    .flatMap((part) => [part.slice(0, 40), part.slice(100, 140), part.slice(-40)]);
}

test('no piece of a token is in a journal, in what is heard of a run, or in any document about the guest', async () => {
  const simulation = simulations.find(({ name }) => name === 'p40-8q-vsphere')!;
  const { guest, observer, executor } = simulation.start();
  const token = guest.files.text('/mnt/Shared/nv/client_configuration_token_11-21-2026-09-00-00.tok')!;
  const heard: unknown[] = [];
  const now = () => observer.now();
  const store = memoryRunStore(now);
  const bench = {
    machine: observer,
    executor,
    store,
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: (event: unknown) => void heard.push(event),
    self: null,
    version: 'test',
  };
  let result = await applyPlan(bench, registryPlanner(), {
    profile: { ...defaultProfile, reboot: 'auto' },
    steps: null,
    expect: null,
  });
  while (result.outcome === 'reboot') result = await resumeRun(bench, registryPlanner());
  expect(result.outcome).toBe('done');
  const journals = await Promise.all((await store.ids()).map(async (id) => (await store.open(id))?.events()));
  const documents = [['detect'], ['plan'], ['verify'], ['diagnose'], ['license'], ['media', '/mnt/Shared/nv']].flatMap(
    (command) => {
      const { stdout, stderr } = gpuGuest([...command, 'sim:p40-8q-vsphere', '--json', '--verbose']);
      return [stdout, stderr];
    },
  );
  const everything = JSON.stringify([heard, journals, documents]);
  expect(everything).toContain('client_configuration_token');
  for (const piece of piecesOf(token)) expect(everything).not.toContain(piece);
});

test('a token that is refused is not shown with the refusal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-'));
  try {
    const canary = `eyJhbGciOiJSUzI1NiJ9.${'c2VjcmV0LWNhbmFyeS0'.repeat(8)}.${'x'.repeat(60)}`;
    writeFileSync(join(folder, 'broken.tok'), canary);
    for (const args of [
      ['token', join(folder, 'broken.tok')],
      ['media', folder],
      ['detect', join(folder, 'broken.tok')],
    ]) {
      const { stdout, stderr } = gpuGuest([...args, '--json', '--verbose']);
      expect(`${stdout}${stderr}`).not.toContain('c2VjcmV0LWNhbmFyeS0');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
