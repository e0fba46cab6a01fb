import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { KERNEL, moduleOf, smiOf } from '../steps/guests.ts';
import { judged, p40Vgpu, shown, wholeCard, withHost } from './judged.ts';
import { driver, failed, GRIDD, notLoaded } from './made-up.ts';

const NOT_SUPPORTED = [
  '[    5.2] NVRM: The NVIDIA GPU 0000:02:01.0 (PCI ID: 10de:1b38)',
  '               NVRM: installed in this system is not supported by the',
  '               NVRM: NVIDIA 535.261.03 driver release.',
];

describe('driver.missing', () => {
  it('is a GPU without any driver', () => {
    expect(shown('driver.missing', {})).toEqual(expect.arrayContaining([expect.stringContaining('[10de:1b38]')]));
  });
  it('is not a driver that is installed and not loaded', () => {
    expect(judged('driver.missing', { nvidiaModule: notLoaded }).kind).toBe('healthy');
  });
  it('is not said where packages could not be read', () => {
    expect(judged('driver.missing', { installedDrivers: UNKNOWN }).kind).toBe('inconclusive');
  });
  it('is no question without a GPU', () => {
    expect(judged('driver.missing', {}, []).kind).toBe('not-applicable');
  });
});

describe('driver.wrong-kind', () => {
  const tesla = [driver('535.261.03', 'tesla')];
  it('is the data-centre driver on a vGPU', () => {
    expect(shown('driver.wrong-kind', { installedDrivers: tesla })).toEqual(
      expect.arrayContaining(['535.261.03 tesla nvidia-tesla']),
    );
  });
  it('is what the kernel log says of a card that the branch knows', () => {
    expect(shown('driver.wrong-kind', { installedDrivers: UNKNOWN, kernelLog: NOT_SUPPORTED }, [])).toEqual(
      NOT_SUPPORTED,
    );
  });
  it('is not the data-centre driver on a whole card', () => {
    expect(judged('driver.wrong-kind', { installedDrivers: tesla }, [wholeCard('1b38', 'Pascal')]).kind).toBe(
      'healthy',
    );
  });
  it('is not GRID on a vGPU', () => {
    expect(judged('driver.wrong-kind', { installedDrivers: [driver('535.261.03', 'grid')] }).kind).toBe('healthy');
  });
  it('is a workstation licence asked for without GRID', () => {
    const griddConfig = { ...GRIDD, text: 'FeatureType=2\n', featureType: 2 };
    const facts = { installedDrivers: tesla, griddConfig };
    expect(shown('driver.wrong-kind', facts, [wholeCard('1b38', 'Pascal')])).toContain('FeatureType=2');
  });
  it('is not a card that is newer than the branch', () => {
    const kernelLog = NOT_SUPPORTED.map((line) => line.replace('1b38', '2b85'));
    expect(judged('driver.wrong-kind', { kernelLog }, []).kind).toBe('healthy');
  });
});

describe('driver.host-guest-mismatch', () => {
  const facts = { installedDrivers: [driver('470.256.02', 'grid')] };
  it('is a guest two main releases behind its host', () => {
    expect(shown('driver.host-guest-mismatch', facts, [withHost('550.54.16')])).toEqual([
      '550.54.16 r550_00',
      '470.256.02',
    ]);
  });
  it('is a guest newer than its host', () => {
    expect(judged('driver.host-guest-mismatch', facts, [withHost('460.16')]).kind).toBe('problem');
  });
  it('is not the branch before', () => {
    expect(judged('driver.host-guest-mismatch', facts, [withHost('510.47.03')]).kind).toBe('healthy');
  });
  it('is not what works', () => {
    const nvidiaSmi = smiOf('NVIDIA RTX Virtual Workstation');
    expect(judged('driver.host-guest-mismatch', { ...facts, nvidiaSmi }, [withHost('550.54.16')]).kind).toBe('healthy');
  });
});

describe('driver.nouveau-bound', () => {
  it('is a GPU that nouveau holds', () => {
    expect(shown('driver.nouveau-bound', {}, [{ ...p40Vgpu, boundDriver: 'nouveau' }])).toEqual([
      '0000:02:01.0 Kernel driver in use: nouveau',
    ]);
  });
  it('is not another driver that holds it, where nouveau is known to be away', () => {
    const kernelLog = [
      'NVRM: This can occur when another driver was loaded and ',
      'NVRM: obtained ownership of the device(s).',
    ];
    expect(judged('driver.nouveau-bound', { kernelLog }).kind).toBe('healthy');
    expect(judged('driver.nouveau-bound', { kernelLog, nouveau: UNKNOWN }).kind).toBe('problem');
  });
  it('is over once the driver was loaded anew', () => {
    const kernelLog = [
      'NVRM: This can occur when a driver such as: ',
      'NVRM: nouveau, rivafb, nvidiafb or rivatv ',
      'nvidia-nvlink: Nvlink Core is being initialized, major device number 237',
    ];
    expect(judged('driver.nouveau-bound', { kernelLog }).kind).toBe('healthy');
  });
});

describe('driver.not-loaded', () => {
  const nvidiaSmi = failed("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.");
  it('is a module that lies there, and nvidia-smi that finds no driver', () => {
    expect(judged('driver.not-loaded', { nvidiaModule: notLoaded, nvidiaSmi }).kind).toBe('problem');
  });
  it('is not a module that is loaded', () => {
    expect(judged('driver.not-loaded', { nvidiaModule: moduleOf('535.261.03') }).kind).toBe('healthy');
  });
});

describe('driver.userspace-kernel-mismatch', () => {
  const library = (version: string): FactValues['driverLibraries'][number] => ({
    path: `/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.${version}`,
    version,
  });
  it('is libraries of another version than the loaded module', () => {
    const facts = { nvidiaModule: moduleOf('535.161.07'), driverLibraries: [library('535.183.01')] };
    expect(judged('driver.userspace-kernel-mismatch', facts)).toMatchObject({
      kind: 'problem',
      detail: { values: { user: '535.183.01', module: '535.161.07' } },
    });
  });
  it('is not a left-over beside the right library', () => {
    const driverLibraries = [library('535.183.01'), library('535.161.07')];
    const facts = { nvidiaModule: moduleOf('535.161.07'), driverLibraries };
    expect(judged('driver.userspace-kernel-mismatch', facts).kind).toBe('healthy');
    expect(shown('driver.stale-libraries', facts)).toEqual([library('535.183.01').path]);
  });
  it('is what nvidia-smi says', () => {
    const nvidiaSmi = failed(
      'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.261',
    );
    expect(judged('driver.userspace-kernel-mismatch', { nvidiaSmi })).toMatchObject({
      detail: { key: 'finding.driver.userspace-kernel-mismatch.detail.user', values: { user: '535.261' } },
    });
  });
  it('is said without versions where none is told', () => {
    const nvidiaSmi = failed('Failed to initialize NVML: Driver/library version mismatch');
    expect(judged('driver.userspace-kernel-mismatch', { nvidiaSmi })).toMatchObject({
      detail: { key: 'finding.driver.userspace-kernel-mismatch.detail.untold' },
    });
  });
});

describe('what lies beside it', () => {
  it('two installs are two too many', () => {
    const installedDrivers = [driver('535.261.03', 'grid'), driver('550.163.01', 'tesla', 'runfile')];
    expect(judged('driver.multiple-installs', { installedDrivers }).kind).toBe('problem');
    const one = installedDrivers.slice(0, 1);
    expect(judged('driver.multiple-installs', { installedDrivers: one, dkms: [] }).kind).toBe('healthy');
    expect(judged('driver.multiple-installs', { installedDrivers: one, dkms: UNKNOWN }).kind, 'what DKMS has built is not known').toBe('inconclusive');
  });
  it('an upgrade waits for the reboot', () => {
    const nvidiaModule = { ...moduleOf('535.261.03'), loaded: { version: '535.161.07', flavour: null } };
    expect(judged('driver.reboot-pending', { nvidiaModule }).kind).toBe('problem');
    expect(judged('driver.reboot-pending', { nvidiaModule: moduleOf('535.261.03') }).kind).toBe('healthy');
  });
  it('nouveau that is shut out and still runs waits for the reboot', () => {
    const nouveau = { loaded: true, inKernels: [KERNEL], blacklistedBy: '/etc/modprobe.d/x.conf' };
    expect(judged('driver.reboot-pending', { nouveau, nvidiaModule: notLoaded }).kind).toBe('problem');
    expect(judged('driver.reboot-pending', { nouveau }).kind).toBe('healthy');
  });
});
