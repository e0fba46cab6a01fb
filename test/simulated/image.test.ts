import { expect, test } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { planOf, surveyForPlan } from '../../src/engine/plan-of.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import type { Started } from '../../src/simulated/start.ts';

const NEXT = '6.1.0-38-amd64';
const profile: Profile = {
  ...defaultProfile,
  driver: { ...defaultProfile.driver, kind: 'grid' },
};

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

const started = () => simulationNamed('image-without-gpu').start();
const apply = (bench: Bench, wanted: Profile) =>
  applyPlan(bench, registryPlanner(), { profile: wanted, steps: null, expect: null });

test('without a profile that names the driver nothing fits, and the sentence says what to write', async () => {
  await expect(apply(benchOn(started()), defaultProfile)).rejects.toMatchObject({
    fault: { code: 'nothing-fits', message: { key: 'choice.none.no-gpu' } },
  });
});

test('the plan says which steps are left to the first boot', async () => {
  const { observer } = started();
  const { document, fits } = await planOf(await surveyForPlan(observer, profile), null, ({ key }) => key);
  const reasons = Object.fromEntries(document.steps.map(({ id, state, reason }) => [id, `${state} ${reason}`]));
  expect(fits).toBe(true);
  expect(reasons).toMatchObject({
    'driver.load': 'done step.image.driver.load',
    'license.token': 'done choice.licence.image',
    'license.wait': 'done step.image.license.wait',
    verify: 'todo step.image.verify',
  });
  expect(document.steps.filter(({ state }) => state === 'blocked')).toEqual([]);
});

test('a whole run ends without a reboot, the module built for the kernel that boots next', async () => {
  const guest = started();
  const bench = benchOn(guest);
  const result = await apply(bench, profile);
  expect({ outcome: result.outcome, message: result.message }).toEqual({ outcome: 'done', message: null });

  const { facts, task } = await surveyForPlan(guest.observer, profile);
  const checks = checksOf(facts, task);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.find(({ id }) => id === 'module')?.evidence).toContain(`/lib/modules/${NEXT}/`);
  expect(checks.map(({ id }) => id)).toContain('first-boot');
  expect(guest.guest.files.text('/etc/nvidia/gridd.conf')).toContain('FeatureType=1');
  expect((await apply(bench, profile)).outcome).toBe('nothing-to-do');
});
