import { describe, expect, it } from 'vitest';
import type { FabricChoice } from '../../src/domain/choice.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import type { FactValues } from '../../src/probes/facts.ts';
import { ask, linesOf, saidBy } from './ask.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { finished } from './guests.ts';
import { gpu, type SomeTask } from './task-of.ts';
import { isValid } from './valid.ts';

const VERSION = '550.127.05';
const offered: FabricChoice = { kind: 'repository', version: VERSION, packageName: 'nvidia-fabricmanager-550', name: `nvidia-fabricmanager-550=${VERSION}-1`, rejected: [] };
const asking = (more: SomeTask = {}): SomeTask => ({ fabric: offered, profile: { multiGpu: { fabricManager: 'auto', persistence: true } }, ...more });

const smi = (fabric: 'In Progress' | 'Completed', persistenceMode: 'enabled' | 'disabled' = 'enabled'): FactValues['nvidiaSmi'] => ({
  kind: 'answered',
  driverVersion: VERSION,
  cudaVersion: null,
  isHost: false,
  complete: true,
  gpus: [{ ...SMI, fabric, persistenceMode }],
});
const SMI = {
  address: '0000:03:00.0',
  productName: 'NVIDIA H100 80GB HBM3',
  productBrand: null,
  architecture: 'Hopper',
  virtualizationMode: 'pass-through',
  hostVgpuMode: null,
  deviceId: '2330',
  vendorId: '10de',
  subsystemVendorId: '10de',
  subsystemDeviceId: '16c1',
  migMode: 'disabled',
  licence: null,
} as const;
const units = (active: boolean, persistence = false): FactValues['gpuUnits'] => ({
  fabricManager: { startsAtBoot: active, active },
  persistence: { startsAtBoot: persistence },
});
const guest = (more: SomeFacts = {}): SomeFacts => ({ ...finished, nvSwitches: ['0000:07:00.0'], nvidiaSmi: smi('In Progress'), ...more });
const there = { fabricManager: { version: VERSION, refusal: null } };

describe('fabric.install', () => {
  it('is for guests with NVSwitches alone', () => {
    expect(ask('fabric.install', guest(), asking({ fabric: { kind: 'not-wanted', reason: { key: 'choice.fabric.not-wanted' } } })).kind).toBe('not-wanted');
    const without = guest({ nvSwitches: [], nvidiaSmi: smi('Completed') });
    expect(saidBy(ask('fabric.install', without, asking()))).toBe('step.fabric.install.no-switch');
    const elsewhere = ask('fabric.install', guest({ nvSwitches: [] }), asking());
    expect([elsewhere.kind, saidBy(elsewhere)]).toEqual(['blocked', 'step.fabric.install.elsewhere']);
  });

  it('installs the driver’s version and starts it; another version goes first', () => {
    expect(linesOf(ask('fabric.install', guest(), asking()))).toEqual([
      'apt-get update -o DPkg::Lock::Timeout=300',
      expect.stringMatching(/^apt-get install .*--no-remove nvidia-fabricmanager-550=550\.127\.05-1$/),
      'systemctl enable --now nvidia-fabricmanager.service',
    ]);
    const old = guest({ fabricManager: { version: '535.161.08', refusal: null }, packageList: packages('nvidia-fabricmanager-535'), heldPackages: ['nvidia-fabricmanager-535'] });
    const proposal = ask('fabric.install', old, asking());
    expect(linesOf(proposal).slice(1, 3)).toEqual(['apt-mark unhold nvidia-fabricmanager-535', expect.stringMatching(/^apt-get remove .* nvidia-fabricmanager-535$/)]);
    expect(isValid(proposal)).toBe(true);
  });

  it('starts one that stands still, waits for the GPUs, and is done when none waits', () => {
    expect(linesOf(ask('fabric.install', guest({ ...there, gpuUnits: units(false) }), asking()))).toEqual(['systemctl enable --now nvidia-fabricmanager.service']);
    const waiting = ask('fabric.install', guest({ ...there, gpuUnits: units(true) }), asking());
    expect([waiting.kind, linesOf(waiting), saidBy(waiting)]).toEqual(['todo', [], 'step.fabric.install.waits']);
    expect(ask('fabric.install', guest({ ...there, gpuUnits: units(true), nvidiaSmi: smi('Completed') }), asking()).kind).toBe('done');
  });

  it('has the NVLink Subnet Manager and its module beside it where the NVSwitches ask for them', () => {
    const bare = { bridges: ['0000:08:00.0'], installed: false, umad: false, offered: true };
    const b200 = (more: SomeFacts = {}) => guest({ nvSwitches: [], subnetManager: bare, ...more });
    const lines = linesOf(ask('fabric.install', b200(), asking()));
    expect(lines.filter((line) => !line.startsWith('apt-get update'))).toEqual([
      expect.stringContaining('nvidia-fabricmanager-550=550.127.05-1'),
      expect.stringMatching(/^apt-get install .*--no-remove nvlsm$/),
      'write /etc/modules-load.d/gpu-guest-fabric.conf',
      'modprobe ib_umad',
      'systemctl enable --now nvidia-fabricmanager.service',
    ]);
    const half = ask('fabric.install', b200({ ...there, gpuUnits: units(true), subnetManager: { ...bare, installed: true } }), asking());
    expect(linesOf(half).slice(-3)).toEqual(['modprobe ib_umad', 'systemctl restart nvidia-fabricmanager.service', 'systemctl enable --now nvidia-fabricmanager.service']);
    expect([saidBy(half), isValid(half)]).toEqual(['step.fabric.install.besides', true]);
    const whole = { ...there, gpuUnits: units(true), nvidiaSmi: smi('Completed'), subnetManager: { ...bare, installed: true, umad: true } };
    expect(ask('fabric.install', b200(whole), asking()).kind).toBe('done');
  });

  it('says where the NVLink Subnet Manager would have to come from', () => {
    const subnetManager = { bridges: ['0000:08:00.0'], installed: false, umad: true, offered: false };
    const b200 = guest({ nvSwitches: [], subnetManager });
    expect(saidBy(ask('fabric.install', b200, asking()))).toBe('step.fabric.install.no-subnet-manager');
    const subnet = { file: '/nv/nvlsm_2025.06.5-1_amd64.deb', format: 'deb', packageName: 'nvlsm', source: { path: '/nv/nvlsm_2025.06.5-1_amd64.deb' }, sha256: '', sizeBytes: 1 } as const;
    expect(linesOf(ask('fabric.install', b200, asking({ fabric: { ...offered, subnet } }))).join('\n')).toMatch(/apt-get install .*nvlsm.*\.deb/);
  });

  it('is held together with the driver', () => {
    const held = { packageList: packages('nvidia-fabricmanager-550') };
    expect(linesOf(ask('driver.hold', { ...finished, ...held, heldPackages: [] }, asking())).join()).toContain('nvidia-fabricmanager-550');
    expect(linesOf(ask('driver.hold', { ...finished, ...held, heldPackages: [] }, { profile: defaultProfile })).join()).not.toContain('fabricmanager');
  });
});

describe('driver.persistence', () => {
  const card = asking({ gpus: [{ ...gpu, mode: 'passthrough' }] });

  it('is turned on now and at each boot; where it is on already, only at each boot', () => {
    expect(linesOf(ask('driver.persistence', guest({ nvidiaSmi: smi('Completed', 'disabled') }), card))).toEqual([
      'write /etc/systemd/system/gpu-guest-persistence.service',
      'systemctl enable --now gpu-guest-persistence.service',
      'refresh: systemctl daemon-reload',
    ]);
    expect(linesOf(ask('driver.persistence', guest({ nvidiaSmi: smi('Completed') }), card))[1]).toBe('systemctl enable gpu-guest-persistence.service');
    expect(ask('driver.persistence', guest({ nvidiaSmi: smi('Completed'), gpuUnits: units(false, true) }), card).kind).toBe('done');
  });

  it('is not for a vGPU, and not unless it is asked for', () => {
    const vgpu = asking({ gpus: [{ ...gpu, mode: 'vgpu' }] });
    expect(saidBy(ask('driver.persistence', guest(), vgpu))).toBe('step.driver.persistence.vgpu');
    expect(saidBy(ask('driver.persistence', guest(), { profile: defaultProfile }))).toBe('step.driver.persistence.not-in-profile');
  });
});

describe('preflight', () => {
  const small = { memory: { totalMiB: 480, availableMiB: 300, swapFreeMiB: 0 } };

  it('judges the memory for what is ahead, swap included, and says both figures', () => {
    expect(ask('preflight', small, {})).toMatchObject({ kind: 'blocked', by: { key: 'step.preflight.no-memory', values: { freeMiB: 300, neededMiB: 700 } } });
    expect(ask('preflight', { memory: { ...small.memory, swapFreeMiB: 500 } }, {}).kind).toBe('done');
    const installed = { kind: 'chosen', driver: 'grid', branch: 535, versions: ['535.161.07'], kernelModule: 'proprietary', exact: true, reason: { key: 'choice.installed.kept' }, source: { kind: 'installed' }, rejected: [] } as const;
    expect(ask('preflight', small, { driver: installed, cuda: { kind: 'none', reason: { key: 'choice.cuda.profile-none' }, rejected: [], wanted: false } }).kind).toBe('done');
  });
});
