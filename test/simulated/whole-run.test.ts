import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench, RunResult } from '../../src/engine/bench.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulations } from '../../src/simulated/index.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import type { Started } from '../../src/simulated/start.ts';

/** What a kernel, services and a package manager keep for themselves, whatever is undone: running state, logs, caches, folders that packages made. */
const NOT_COMPARED = /^\/(run|proc|sys|var\/log|var\/cache|C:\/Users\/Public\/Documents\/NvidiaLogging|C:\/ProgramData\/gpu-guest)\//;
const FOLDERS_OF_PACKAGES = /^\/(usr|lib|etc\/systemd)(?!\/local)/;

function picture({ files, registry }: Guest): Record<string, string> {
  const lines = files
    .paths()
    .filter(
      (path) =>
        !NOT_COMPARED.test(`${path}/`) && !(files.at(path)?.kind === 'folder' && FOLDERS_OF_PACKAGES.test(path)),
    )
    .map((path): [string, string] => {
      const entry = files.at(path)!;
      if (entry.kind === 'folder') return [path, 'folder'];
      return [path, entry.kind === 'link' ? `-> ${entry.target}` : `${String(entry.mode)} ${files.text(path) ?? ''}`];
    });
  return { ...registry.dump(), ...Object.fromEntries(lines.sort(([a], [b]) => a.localeCompare(b))) };
}

function benchOn({ observer, executor }: Started): Bench {
  const now = () => observer.now();
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: 'test',
  };
}

const order = { profile: { ...defaultProfile, reboot: 'auto' as const }, steps: null, expect: null };

async function applied(bench: Bench): Promise<RunResult> {
  let result = await applyPlan(bench, registryPlanner(), order);
  for (let boots = 0; result.outcome === 'reboot' && boots < 3; boots++)
    result = await resumeRun(bench, registryPlanner());
  return result;
}

const UNLICENSED = ['t4-no-token'];
const NOTHING_TO_DO = ['healthy-licensed'];

test('there are at least eight simulated guests, each of its own name', () => {
  expect(simulations.length).toBeGreaterThanOrEqual(8);
  expect(new Set(simulations.map(({ name }) => name)).size).toBe(simulations.length);
});

/** It wants a profile (image.test.ts). */
const WANTS_PROFILE = ['image-without-gpu'];
const runnable = simulations.filter(({ name }) => !WANTS_PROFILE.includes(name));

describe.each(runnable.map((simulation) => [simulation.name, simulation] as const))('%s', (name, simulation) => {
  test('the whole plan runs and ends as its story says', async () => {
    const started = simulation.start();
    const before = picture(started.guest);
    const bench = benchOn(started);
    const result = await applied(bench);
    const expected = UNLICENSED.includes(name) ? 'failed' : NOTHING_TO_DO.includes(name) ? 'nothing-to-do' : 'done';
    expect({ outcome: result.outcome, message: expected === 'done' ? result.message : null }).toEqual({
      outcome: expected,
      message: null,
    });

    if (expected === 'failed') {
      expect(result.steps.find(({ outcome }) => outcome === 'failed')?.id).toBe('license.token');
    } else {
      const { facts, task, gpus, now } = await survey(started.observer, defaultProfile);
      expect(checksOf(facts, task).filter(({ ok }) => !ok)).toEqual([]);
      const errors = diagnose(facts, gpus, now ?? '').findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ id }) => id)).toEqual([]);
      expect((await applied(bench)).outcome).toBe('nothing-to-do');
    }

    if (expected !== 'nothing-to-do') {
      await undoRun(bench, null);
      expect(picture(started.guest)).toEqual(before);
    }
  });
});
