/** What `apply --profile` says and does on a guest that bears the mark of a verified run, and when it looks all the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { apply } from '../../src/cli/commands/apply.ts';
import type { Call } from '../../src/cli/call.ts';
import { programVersion } from '../../src/cli/program-version.ts';
import { readyResult } from '../../src/cli/ready.ts';
import type { Source } from '../../src/cli/source.ts';
import { EventLine } from '../../src/contract/documents/run.ts';
import { READY_MARK } from '../../src/domain/places.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { leaveMark } from '../../src/engine/ready/mark.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import { translator } from '../../src/words/translate.ts';

const folder = mkdtempSync(join(tmpdir(), 'ready-'));
const profile = join(folder, 'gpu.yml');
beforeAll(() => {
  writeFileSync(profile, 'reboot: auto\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A guest that is as the profile wants it, and says so. */
async function marked(): Promise<Extract<Source, { kind: 'simulated' }>> {
  const { observer, executor } = simulationNamed('healthy-licensed').start();
  const now = () => observer.now();
  const bench = {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: programVersion,
  };
  await leaveMark(bench, defaultProfile, null);
  return { kind: 'simulated', machine: observer, executor };
}

let opened: Source | null = null;
vi.mock(import('../../src/cli/source.ts'), async (original) => {
  const real = await original();
  return { ...real, openSource: (word) => (opened === null ? real.openSource(word) : Promise.resolve(opened)) };
});

async function callWith(options: Call['options']) {
  const told = { out: '', note: '' };
  const call: Call = {
    arguments: [],
    options,
    json: false,
    language: 'en',
    translate: await translator('en'),
    terminal: {
      columns: 200,
      interactive: false,
      paint: (_, text) => text,
      out: (text) => (told.out += text),
      note: (text) => (told.note += text),
      conclude: (text) => (told.note += text),
    },
  };
  return { call, told };
}

async function asked(source: Source, options: Call['options']) {
  const { call, told } = await callWith(options);
  return { result: await readyResult(call, source), told };
}

describe('a guest that bears the mark', () => {
  test('is already right, and no run is made', async () => {
    const { result, told } = await asked(await marked(), { profile, yes: true });
    expect(result).toMatchObject({ run: null, outcome: 'nothing-to-do', message: { key: 'ready.right' } });
    expect(told).toEqual({ out: '', note: '' });
  });

  test('is left alone by apply, which says so in one event and exits 0', async () => {
    opened = await marked();
    const { call, told } = await callWith({ profile, yes: true, events: true });
    expect(await apply(call)).toBe(0);
    const lines = told.out.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(EventLine.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({
      event: 'run-done',
      run: null,
      message: expect.stringContaining('Already right: driver '),
    });
    opened = null;
  });

  test.each([
    ['no profile is named', {}],
    ['it is forced', { profile: '', force: true as const }],
    ['steps are named', { profile: '', steps: 'verify' }],
    ['a plan was agreed to', { profile: '', expect: 'abc' }],
  ])('is looked at where %s', async (_, options) => {
    const given = 'profile' in options ? { ...options, profile } : options;
    expect((await asked(await marked(), given)).result).toBeNull();
  });

  test('says what differs, and is looked at', async () => {
    const source = await marked();
    await source.executor.write('/etc/nvidia/gridd.conf', 'FeatureType=0\n', 0o644);
    const { result, told } = await asked(source, { profile });
    expect(result).toBeNull();
    expect(told.out).toBe('');
    expect(told.note).toContain(
      'when it was verified:\n    /etc/nvidia/gridd.conf is another, new or gone\nSo it is looked at anew',
    );
  });

  test.each([
    ['driver', '535.00.01', 'installed driver: was 535.00.01, is '],
    ['kind', 'tesla', 'kind of driver: was tesla, is grid'],
    ['kernel', '6.1.0-1-amd64', 'running kernel: was 6.1.0-1-amd64, is '],
    ['arch', 'aarch64', 'architecture: was aarch64, is x86_64'],
    ['profile', 'another', 'the profile is another'],
  ])('says that its %s is another, and does the work', async (part, was, sentence) => {
    const source = await marked();
    const mark = JSON.parse((await source.machine.read(READY_MARK)) ?? '') as { parts: Record<string, string> };
    await source.executor.write(READY_MARK, JSON.stringify({ ...mark, parts: { ...mark.parts, [part]: was } }), 0o600);
    opened = source;
    const { call, told } = await callWith({ profile, yes: true });
    expect(await apply(call)).toBe(0);
    opened = null;
    expect(told.note).toContain(`when it was verified:\n    ${sentence}`);
    expect(told.note).toContain('So it is looked at anew, and what is needed is done.');
    expect(told.out + told.note).not.toContain('Already right');
    const { result } = await asked(source, { profile });
    expect(result).toMatchObject({ message: { key: 'ready.right' } });
  });

  test('says it in one event, where events are asked for', async () => {
    const source = await marked();
    await source.executor.write('/etc/nvidia/gridd.conf', 'FeatureType=0\n', 0o644);
    const { told } = await asked(source, { profile, events: true });
    const lines = told.out.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(EventLine.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({ event: 'progress', run: null });
    expect(told.note).toBe('');
  });
});

test('a guest without a mark is looked at without a word', async () => {
  const { observer, executor } = simulationNamed('healthy-licensed').start();
  const { result, told } = await asked({ kind: 'simulated', machine: observer, executor }, { profile });
  expect({ result, told }).toEqual({ result: null, told: { out: '', note: '' } });
});
