/** What is said of licence service, CUDA and PATH on a live Windows: its own places and commands. */
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/engine/diagnose.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import { factsOf, type SomeFacts } from '../steps/facts-of.ts';
import { taskOf } from '../steps/task-of.ts';
import { moduleOf, smiOf, VWS } from '../steps/guests.ts';

const { gpus }: { readonly gpus: readonly Gpu[] } = taskOf();
const ROOT = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA';

const found = (facts: SomeFacts, id: string) =>
  diagnose(factsOf(facts), gpus, '2026-11-22T12:00:00Z', { origin: 'live', platform: 'windows' }).findings.find(
    (one) => one.id === id,
  );
const service = { name: 'NVDisplay.ContainerLocalSystem', startedMs: null } as const;
const unlicensed: SomeFacts = { nvidiaSmi: smiOf(VWS, 'unlicensed'), nvidiaModule: moduleOf('529.19') };

describe('on Windows', () => {
  test('a missing service is the display container, and sc.exe shows that', () => {
    const griddService = { ...service, unit: 'absent', active: false, state: 'absent' } as const;
    expect(found({ ...unlicensed, griddService }, 'license.service-missing')).toMatchObject({
      title: { key: 'finding.license.service-missing.title.windows' },
      evidence: [{ source: 'sc.exe query NVDisplay.ContainerLocalSystem', text: 'FAILED 1060' }, {}],
      fix: { steps: [{ key: 'finding.license.service-missing.fix.1.windows' }, {}] },
    });
  });

  test('where no driver is installed yet, nobody misses the service that it brings', () => {
    const griddService = { ...service, unit: 'absent', active: false, state: 'absent' } as const;
    const bare = (problem: number): SomeFacts => ({
      ...unlicensed,
      griddService,
      windowsDisplays: { kind: 'listed', displays: [{ name: null, vendorId: '10de', deviceId: '1eb8', subsystemVendorId: '10de', subsystemDeviceId: '130f', problem, driverVersion: null, inf: null, evidence: [] }] },
    });
    expect(found(bare(28), 'license.service-missing')).toBeUndefined();
    expect(found(bare(0), 'license.service-missing')).toBeDefined();
  });

  test('a service that is stopped is named', () => {
    const griddService = { ...service, unit: 'installed', active: false, state: 'stopped' } as const;
    expect(found({ ...unlicensed, griddService }, 'license.service-failed')).toMatchObject({
      evidence: [{ text: 'NVDisplay.ContainerLocalSystem: stopped' }],
    });
  });

  const toolkits = { toolkits: [{ path: `${ROOT}\\v12.6`, version: '12.6.3', nvcc: true, origin: 'package' as const }], current: null };
  const path = (data: string): SomeFacts => ({
    cudaToolkits: toolkits,
    pathFiles: {
      environment: null,
      profileD: null,
      ldSoConfD: null,
      links: {},
      cudaBinaries: [],
      registry: [{ name: 'Path', type: 'REG_EXPAND_SZ', data }],
    },
    shellPaths: [{ shell: 'machine', nvcc: null, version: null, untried: null }],
  });

  test("a PATH that names a toolkit which is gone is told with that entry; one that is there is none's trouble", () => {
    expect(found(path(`C:\\x;${ROOT}\\v11.8\\bin`), 'path.stale')).toMatchObject({
      evidence: [{ source: 'PATH', text: `${ROOT}\\v11.8\\bin` }],
      fix: { steps: [{ key: 'finding.path.fix.apply.windows' }] },
    });
    expect(found(path(`C:\\x;${ROOT}\\V12.6\\BIN\\`), 'path.stale')).toBeUndefined();
  });

  test('an nvcc that no new session finds is told for the machine; sudo is nobody there', () => {
    expect(found(path('C:\\x'), 'path.nvcc-missing')).toMatchObject({
      detail: { key: 'finding.path.nvcc-missing.detail.windows' },
    });
    expect(found(path('C:\\x'), 'path.not-in-sudo')).toBeUndefined();
  });
});
