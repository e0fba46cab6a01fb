/** Whether a Windows guest is as it should be: driver and its model, licence, nvcc for every new session. */
import { describe, expect, it } from 'vitest';
import { checksOf } from '../../src/diagnosis/checks/index.ts';
import type { CudaChoice } from '../../src/domain/choice.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { ask, saidBy } from './ask.ts';
import { factsOf, UNKNOWN, type SomeFacts } from './facts-of.ts';
import { smiOf, VWS } from './guests.ts';
import { grid, noCuda, taskOf, token } from './task-of.ts';

const TOOLKIT = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v12.0';
const cuda: CudaChoice = { kind: 'keep', version: '12.0.1', path: TOOLKIT, reason: { key: 'made-up' } };
const driver = { ...grid, branch: 525, versions: ['529.19'] };

const display = (some: Partial<Extract<FactValues['windowsDisplays'], { kind: 'listed' }>['displays'][number]> = {}): SomeFacts => ({
  windowsDisplays: {
    kind: 'listed',
    displays: [
      {
        name: 'NVIDIA GRID T4-8Q',
        vendorId: '10de',
        deviceId: '1eb8',
        subsystemVendorId: '10de',
        subsystemDeviceId: '130f',
        problem: 0,
        driverVersion: '529.19',
        inf: 'oem4.inf',
        evidence: [],
        address: '0000:00:05.0',
        ...some,
      },
    ],
  },
});
const smi = (driverModel: 'wddm' | 'tcc' = 'wddm', state: 'licensed' | 'unlicensed' = 'licensed'): FactValues['nvidiaSmi'] => {
  const answered = smiOf(VWS, state);
  return answered.kind === 'answered' ? { ...answered, gpus: answered.gpus.map((gpu) => ({ ...gpu, driverModel })) } : answered;
};
const machine = (nvcc: string | null, cudaPath = TOOLKIT): SomeFacts => ({
  shellPaths: [{ shell: 'machine', nvcc, version: nvcc === null ? null : '12.0.1', untried: null }],
  pathFiles: {
    environment: null,
    profileD: null,
    ldSoConfD: null,
    links: {},
    cudaBinaries: [],
    registry: [{ name: 'CUDA_PATH', type: 'REG_SZ', data: cudaPath }],
  },
});
const right: SomeFacts = {
  os: { id: 'windows', version: '10.0.20348', name: 'Windows Server 2022', like: ['windows'], packageManager: 'none' },
  ...display(),
  nvidiaSmi: smi(),
  ...machine(`${TOOLKIT}\\bin\\nvcc.exe`),
};
const failed = (facts: SomeFacts, goal: 'workstation' | 'compute' = 'workstation'): readonly string[] =>
  checksOf(factsOf({ ...right, ...facts }), taskOf({ driver, licence: token, cuda, goal }))
    .filter(({ ok }) => !ok)
    .map(({ id }) => id);

describe('a Windows guest', () => {
  it('is verified where driver, licence and nvcc are as they should be', () => {
    expect(failed({})).toEqual([]);
    expect(saidBy(ask('verify', right, { driver, licence: token, cuda }, 'windows'))).toBe('step.verify.done');
  });

  it('is not where Device Manager shows a code, another version runs, or nothing is known of the devices', () => {
    expect(failed(display({ problem: 43 }))).toEqual(['driver.0000:00:05.0']);
    expect(failed(display({ driverVersion: '528.24' }))).toEqual(['driver.0000:00:05.0']);
    expect(failed(display({ driverVersion: null, problem: 28 }))).toEqual(['driver.0000:00:05.0']);
    expect(failed({ windowsDisplays: UNKNOWN })).toEqual(['driver']);
  });

  it('may be in TCC for computing, and not for graphics', () => {
    expect(failed({ nvidiaSmi: smi('tcc') }, 'compute')).toEqual([]);
    expect(failed({ nvidiaSmi: smi('tcc') })).toEqual(['driver.0000:00:05.0']);
  });

  it('is not without its licence, and the step says what stands behind that', () => {
    const nvidiaSmi = smi('wddm', 'unlicensed');
    expect(failed({ nvidiaSmi })).toEqual(['license.0000:00:05.0']);
    expect(ask('verify', { ...right, nvidiaSmi }, { driver, licence: token, cuda }, 'windows')).toMatchObject({
      kind: 'blocked',
      finding: 'license.unlicensed',
    });
  });

  it("needs nvcc in the machine's PATH and CUDA_PATH for the same toolkit, where one is wanted", () => {
    expect(failed(machine(null))).toEqual(['nvcc.machine']);
    expect(failed(machine(`${TOOLKIT}\\bin\\nvcc.exe`, 'C:\\other'))).toEqual(['path']);
    expect(failed({ shellPaths: UNKNOWN })).toEqual(['nvcc']);
    const without = checksOf(factsOf({ ...right, ...machine(null) }), taskOf({ driver, licence: token, cuda: noCuda }));
    expect(without.every(({ ok }) => ok)).toBe(true);
  });
});
