/** A simulated guest that a run has verified, and what its mark says. */
import { expect } from 'vitest';
import { READY_MARK } from '../../../src/domain/places.ts';
import { defaultProfile, type Profile } from '../../../src/domain/profile.ts';
import { applyPlan } from '../../../src/engine/apply.ts';
import type { Bench, RunResult } from '../../../src/engine/bench.ts';
import { alreadyRight } from '../../../src/engine/ready/already.ts';
import { registryPlanner } from '../../../src/engine/registry-planner.ts';
import { resumeRun } from '../../../src/engine/resume.ts';
import { memoryRunLock } from '../../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../../src/journal/run-store.ts';
import { simulationNamed } from '../../../src/simulated/named.ts';
import type { Started } from '../../../src/simulated/start.ts';

export const VERSION = '1.2.3';
export const PROFILE: Profile = { ...defaultProfile, reboot: 'auto' };

export function benchOn({ observer, executor }: Started): Bench {
  const now = () => observer.now();
  return {
    machine: observer,
    executor,
    store: memoryRunStore(now),
    lock: memoryRunLock(now),
    pause: () => Promise.resolve(),
    onEvent: () => undefined,
    self: null,
    version: VERSION,
  };
}

export async function applied(
  bench: Bench,
  profile = PROFILE,
  steps: readonly string[] | null = null,
): Promise<RunResult> {
  let result = await applyPlan(bench, registryPlanner(), { profile, steps, expect: null });
  while (result.outcome === 'reboot') result = await resumeRun(bench, registryPlanner());
  return result;
}

export async function readyGuest(name = 'p40-8q-vsphere') {
  const started = simulationNamed(name).start();
  const bench = benchOn(started);
  const result = await applied(bench);
  expect(result.outcome).toBe('done');
  return { ...started, bench, result };
}

export const markOf = ({ guest }: Started): unknown => JSON.parse(guest.files.text(READY_MARK) ?? 'null');
export const asked = (started: Started, profile = PROFILE, version = VERSION) =>
  alreadyRight(started.observer, profile, version);
