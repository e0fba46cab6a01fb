import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { packages, UNKNOWN } from '../steps/facts-of.ts';
import { KERNEL, moduleOf, osOf, smiOf, VWS } from '../steps/guests.ts';
import { judged, p40Vgpu, shown, wholeCard } from './judged.ts';
import { built, driver, toolkits } from './made-up.ts';

const bSeries = { ...p40Vgpu, vgpu: { ...p40Vgpu.vgpu!, type: 'GRID P40-2B', series: 'B' as const, cuda: false } };

describe('kernel.headers-unavailable', () => {
  const repository: FactValues['repository'] = {
    manager: 'apt',
    drivers: [],
    headers: { [KERNEL]: null },
    indexEmpty: false,
  };
  it('is a kernel that no repository has headers for', () => {
    expect(judged('kernel.headers-unavailable', { repository }).kind).toBe('problem');
  });
  it('is not an index that was never fetched', () => {
    expect(judged('kernel.headers-unavailable', { repository: { ...repository, indexEmpty: true } }).kind).toBe(
      'healthy',
    );
  });
  it('matters to nobody who has the module', () => {
    expect(judged('kernel.headers-unavailable', { repository, nvidiaModule: moduleOf('535.261.03') }).kind).toBe(
      'healthy',
    );
  });
  it('is nobody’s trouble where there is no GPU', () => {
    expect(judged('kernel.headers-unavailable', { repository, displays: [] }, []).kind).toBe('not-applicable');
  });
  it('is, where DKMS has only looked on the disk, not said of the repositories', () => {
    const key = (line: string): unknown => {
      const verdict = judged('kernel.headers-unavailable', { buildLog: built(line), kernel: UNKNOWN });
      return verdict.kind === 'problem' ? [verdict.detail.key, verdict.detail.values?.['kernel']] : verdict;
    };
    const id = 'finding.kernel.headers-unavailable.detail';
    const skipped =
      'dkms: autoinstall for kernel 6.1.0-56-cloud-amd64 was skipped since the kernel headers for this kernel do not seem to be installed.';
    expect(key(skipped)).toEqual([`${id}.not-installed`, '6.1.0-56-cloud-amd64']);
    expect(key('E: Unable to locate package linux-headers-6.1.0-56-cloud-amd64')).toEqual([
      id,
      '6.1.0-56-cloud-amd64',
    ]);
  });
  it('is what dkms says', () => {
    const buildLog = built('Error! Your kernel headers for kernel 5.10.0-30-cloud-amd64 cannot be found.');
    expect(judged('kernel.headers-unavailable', { buildLog, kernel: UNKNOWN })).toMatchObject({
      detail: { values: { kernel: '5.10.0-30-cloud-amd64' } },
    });
  });
});

describe('packages and disk', () => {
  const free = { manager: 'apt', lockedBy: null, interrupted: false } as const;
  it('a lock names its holder', () => {
    const packageManager = { ...free, lockedBy: { pid: 812, program: 'unattended-upgr' } };
    expect(shown('packages.locked', { packageManager })).toEqual(['unattended-upgr (812)']);
    expect(judged('packages.locked', { packageManager: free }).kind).toBe('healthy');
  });
  it('a lock that is gone since it was complained of is no lock', () => {
    const buildLog = built('E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt)');
    expect(judged('packages.locked', { buildLog, packageManager: free }).kind).toBe('healthy');
    expect(judged('packages.locked', { buildLog, packageManager: UNKNOWN }).kind).toBe('problem');
  });
  it.each([
    ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt)', 'apt (1234)'],
    ['Waiting for process with pid 1741 to finish.', 'PID (1741)'],
    ['Could not get lock /var/lib/dpkg/lock-frontend', { key: 'finding.packages.locked.another' }],
  ])('who is said to hold the lock is named: %s', (line, holder) => {
    expect(judged('packages.locked', { buildLog: built(line), packageManager: UNKNOWN })).toMatchObject({ detail: { values: { holder } } });
  });
  it('an interrupted dpkg is broken, and so is a half-installed package', () => {
    expect(judged('packages.broken', { packageManager: { ...free, interrupted: true } }).kind).toBe('problem');
    const list = packages('nvidia-driver');
    const broken = { ...list, packages: list.packages.map((one) => ({ ...one, broken: true })) };
    expect(shown('packages.broken', { packageList: broken })).toEqual(['nvidia-driver 1']);
    expect(judged('packages.broken', { packageList: list }).kind).toBe('healthy');
  });
  it('a disk is full before it is at zero', () => {
    const disk = (freeMiB: number) => [{ path: '/boot', mount: '/boot', freeMiB }];
    expect(judged('disk.full', { disk: disk(12) })).toMatchObject({
      detail: { values: { mount: '/boot', freeMiB: 12 } },
    });
    expect(judged('disk.full', { disk: disk(80) }).kind).toBe('healthy');
  });
});

describe('CUDA', () => {
  const working = { nvidiaSmi: smiOf(VWS) };
  it('is missing where a GPU could run it', () => {
    expect(judged('cuda.missing', working)).toMatchObject({ severity: 'warning' });
    expect(judged('cuda.missing', { ...working, cudaToolkits: toolkits('12.1') }).kind).toBe('healthy');
    expect(judged('cuda.missing', working, [bSeries]).kind).toBe('not-applicable');
  });
  it('13 needs a driver of its own time, 12 runs on the oldest of its major', () => {
    const facts = (version: string) => ({
      cudaToolkits: toolkits(version),
      installedDrivers: [driver('525.105.17', 'grid')],
    });
    expect(judged('cuda.driver-too-old', facts('13.0'))).toMatchObject({
      detail: { values: { driver: '525.105.17' } },
    });
    expect(judged('cuda.driver-too-old', facts('12.4')).kind).toBe('healthy');
  });
  it('13 compiles nothing for Volta', () => {
    const card = [wholeCard('1db4', 'Volta')];
    expect(judged('cuda.gpu-too-old', { cudaToolkits: toolkits('13.0') }, card)).toMatchObject({
      detail: { values: { last: 12 } },
    });
    expect(judged('cuda.gpu-too-old', { cudaToolkits: toolkits('12.9') }, card).kind).toBe('healthy');
  });
  it('is not for a B series vGPU', () => {
    expect(judged('cuda.profile-without-cuda', { cudaToolkits: toolkits('12.1') }, [bSeries]).kind).toBe('problem');
    expect(judged('cuda.profile-without-cuda', { cudaToolkits: toolkits('12.1') }).kind).toBe('healthy');
    expect(judged('cuda.profile-without-cuda', {}, [bSeries]).kind).toBe('not-applicable');
  });
  it('packages that pull the driver are a trap on a vGPU, the toolkit is none', () => {
    const kindOf = (...names: string[]) =>
      judged('cuda.package-replaces-driver', { packageList: packages(...names) }).kind;
    expect(
      ['cuda', 'cuda-12-4', 'cuda-drivers', 'cuda-drivers-550', 'cuda-runtime-12-4'].map((name) => kindOf(name)),
    ).toEqual(Array<string>(5).fill('problem'));
    expect(kindOf('cuda-toolkit-12-4', 'cuda-nvcc-12-4', 'cuda-keyring')).toBe('healthy');
    const onWholeCard = judged('cuda.package-replaces-driver', { packageList: packages('cuda') }, [
      wholeCard('1db4', 'Volta'),
    ]);
    expect(onWholeCard.kind).toBe('not-applicable');
  });
  it.each([
    ['apt', 'sudo apt-get remove', 'sudo apt-get install', 'finding.cuda.package-replaces-driver.fix.2'],
    ['dnf', 'sudo dnf remove', 'sudo dnf install', 'finding.cuda.package-replaces-driver.fix.dnf'],
    ['zypper', 'sudo zypper remove', 'sudo zypper install', 'finding.cuda.package-replaces-driver.fix.zypper'],
  ] as const)('packages that pull the driver are removed by %s where that is the guest’s', (manager, remove, install, keptOut) => {
    const verdict = judged('cuda.package-replaces-driver', { packageList: packages('cuda'), os: osOf('x', manager) });
    expect(verdict).toMatchObject({
      fix: { steps: [{ values: { remove, install, names: 'cuda' } }, { key: keptOut }, {}] },
    });
  });
  it('packages that pull the driver are named in the words of the list they stand in, where the system is not named', () => {
    const packageList = { ...packages('cuda'), manager: 'rpm' as const };
    expect(judged('cuda.package-replaces-driver', { packageList, os: UNKNOWN })).toMatchObject({
      fix: { steps: [{ values: { install: 'sudo dnf install' } }, {}, {}] },
    });
  });
  it('is blocked where the licence client says so in the present tense', () => {
    const line = (when: string): FactValues['griddLog'] => [
      { time: null, text: `Valid GRID license not found. GPU features and performance ${when}.` },
    ];
    expect(judged('cuda.blocked-unlicensed', { griddLog: line('are restricted') }).kind).toBe('problem');
    expect(judged('cuda.blocked-unlicensed', { griddLog: line('will be restricted') }).kind).toBe('healthy');
  });
});

describe('the hypervisor', () => {
  const kvm = { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false, evidence: [] };
  it('is named for information', () => {
    expect(judged('hypervisor.id-visible', { hypervisor: kvm })).toMatchObject({ severity: 'info' });
    expect(judged('hypervisor.id-visible', { hypervisor: { ...kvm, idHidden: true } }).kind).toBe('healthy');
    expect(judged('hypervisor.id-visible', { hypervisor: { ...kvm, idHidden: null } }).kind).toBe('inconclusive');
    expect(judged('hypervisor.none', { hypervisor: { ...kvm, present: false, name: null } })).toMatchObject({
      severity: 'info',
    });
    expect(judged('hypervisor.none', { hypervisor: kvm }).kind).toBe('healthy');
  });
});

describe('what is to be typed is of the guest’s own package manager', () => {
  const typed = (verdict: ReturnType<typeof judged>) =>
    verdict.kind === 'problem' ? JSON.stringify(verdict.fix.steps) : verdict.kind;
  const locked = (manager: 'apt' | 'dnf' | 'zypper') => ({
    packageManager: { manager, lockedBy: { pid: 812, program: 'packagekitd' }, interrupted: false } as const,
  });

  it.each([
    ['apt', /lock-frontend/],
    ['dnf', /ps -C dnf/],
    ['zypper', /ps -C zypper/],
  ] as const)('with %s, a lock is watched there', (manager, expected) => {
    expect(typed(judged('packages.locked', locked(manager)))).toMatch(expected);
  });

  it.each([
    ['rocky', 'dnf', 'sudo dnf install'],
    ['sles', 'zypper', 'sudo zypper install'],
    ['debian', 'apt', 'sudo apt-get install'],
  ] as const)('on %s, the toolkit is installed with %s', (id, packageManager, expected) => {
    expect(typed(judged('cuda.missing', { os: osOf(id, packageManager) }))).toContain(expected);
  });

  it('where it is not known, no command of another guest is named', () => {
    expect(typed(judged('cuda.missing', { os: UNKNOWN }))).toContain('finding.cuda.missing.fix.runfile');
  });
});
