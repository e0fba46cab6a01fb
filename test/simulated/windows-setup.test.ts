/** What NVIDIA's setup and its drivers do on the simulated Windows, seen through a whole run. */
import { describe, expect, test } from 'vitest';
import { defaultProfile } from '../../src/domain/profile.ts';
import { applyPlan } from '../../src/engine/apply.ts';
import type { Bench } from '../../src/engine/bench.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { registryPlanner } from '../../src/engine/registry-planner.ts';
import { resumeRun } from '../../src/engine/resume.ts';
import { judgingOf, survey } from '../../src/engine/survey.ts';
import { undoRun } from '../../src/engine/undo.ts';
import { memoryRunLock } from '../../src/journal/run-lock.ts';
import { memoryRunStore } from '../../src/journal/run-store.ts';
import { simulationNamed } from '../../src/simulated/named.ts';
import type { Started } from '../../src/simulated/start.ts';
import { devicesIn } from '../../src/simulated/windows/devices.ts';
import { bind, publish } from '../../src/simulated/windows/driver-store.ts';
import { infText, WINDOWS_MEDIA } from '../../src/simulated/windows/media.ts';
import { driverSetup } from '../../src/simulated/windows/setup.ts';

const start = (): Started => simulationNamed('t4-8q-windows').start();

function benchOn({ observer, executor }: Started): Bench {
  const now = () => observer.now();
  const [store, lock] = [memoryRunStore(now), memoryRunLock(now)];
  return { machine: observer, executor, store, lock, pause: async () => undefined, onEvent: () => undefined, self: null, version: 'test' };
}

const order = { profile: { ...defaultProfile, reboot: 'auto' as const }, steps: null, expect: null };
const GRID = `${WINDOWS_MEDIA}\\538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_swl.exe`;
const OTHER = infText({ version: '31.0.15.3846', devices: ['20b5:153310de'], catalogue: 'nvgridsw.cat' });
const EDITED = infText({ version: '31.0.15.3770', devices: ['1eb8'], catalogue: 'nv_dispt.cat' });

describe('setup that fails', () => {
  test('is told by the end of its own log, which is in UTF-16, and diagnose tells the same', async () => {
    const started = start();
    started.guest.installers.set(GRID, driverSetup(OTHER));
    const { outcome, steps } = await applyPlan(benchOn(started), registryPlanner(), order);
    const failed = steps.find((step) => step.outcome === 'failed');
    expect([outcome, failed?.id]).toEqual(['failed', 'driver.install']);
    expect(failed?.lastLines).toEqual([
      'C:\\ProgramData\\gpu-guest\\setup-logs\\538.46\\LOG.setup.exe.log:',
      'NVIDIA Installer cannot continue',
      'NVIDIA setup could not find compatible graphics hardware.',
    ]);

    const seen = await survey(started.observer, defaultProfile);
    const { findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
    expect(findings.find(({ id }) => id === 'windows.wrong-package')?.evidence[0]?.text).toContain('compatible graphics hardware');
  });
});

describe('a driver of another kind', () => {
  test('is kept and removed before the right one comes, and is there again after the undo', async () => {
    const started = start();
    const { files } = started.guest;
    bind(files, publish(files, EDITED, 'oem3.inf'), 43);
    const before = devicesIn(files);
    const bench = benchOn(started);
    let result = await applyPlan(bench, registryPlanner(), order);
    while (result.outcome === 'reboot') result = await resumeRun(bench, registryPlanner());
    expect(result.outcome).toBe('done');
    expect(result.steps.find(({ id }) => id === 'driver.remove-conflicting')?.outcome).toBe('done');
    expect(devicesIn(files)[1]).toMatchObject({ problem: 0, driver: { version: '31.0.15.3846' } });

    expect((await undoRun(bench, null)).outcome).toBe('done');
    expect(devicesIn(files)[1]?.driver).toMatchObject({ version: before[1]?.driver?.version });
    expect(files.text('/C:/ProgramData/gpu-guest/kept-drivers/537.70-oem3/oem3.inf')).toBeUndefined();
  });
});
