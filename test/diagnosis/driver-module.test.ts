import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { KERNEL, moduleOf } from '../steps/guests.ts';
import { judged, shown } from './judged.ts';
import { built, driver, notLoaded } from './made-up.ts';

describe('driver.module-missing-for-kernel', () => {
  const installedDrivers = [driver('535.261.03', 'grid')];
  const kernel = (running: string, nextBoot = running): FactValues['kernel'] => ({
    running,
    arch: 'x86_64',
    nextBoot,
    nextBootFrom: 'grub',
    installed: [running, nextBoot],
    withHeaders: [],
  });
  const nvidiaModule = moduleOf('535.261.03', { loaded: false });
  it('is an error for the kernel that runs', () => {
    const facts = { installedDrivers, nvidiaModule, kernel: kernel('6.1.0-40-amd64') };
    expect(judged('driver.module-missing-for-kernel', facts)).toMatchObject({ kind: 'problem', severity: 'error' });
  });
  it('is a warning for the kernel that boots next', () => {
    const facts = { installedDrivers, nvidiaModule, kernel: kernel(KERNEL, '6.1.0-40-amd64') };
    expect(judged('driver.module-missing-for-kernel', facts)).toMatchObject({ kind: 'problem', severity: 'warning' });
  });
  it('is not a guest whose kernels all have it', () => {
    expect(
      judged('driver.module-missing-for-kernel', { installedDrivers, nvidiaModule, kernel: kernel(KERNEL) }).kind,
    ).toBe('healthy');
  });
  it('is not a guest without any driver', () => {
    expect(judged('driver.module-missing-for-kernel', {}).kind).toBe('healthy');
  });
});

describe('driver.module-wrong-kernel-abi', () => {
  it('is vermagic of another kernel', () => {
    const [file] = notLoaded.files;
    const nvidiaModule = { loaded: null, files: [{ ...file!, vermagic: '6.1.0-28-amd64 SMP preempt mod_unload' }] };
    expect(judged('driver.module-wrong-kernel-abi', { nvidiaModule })).toMatchObject({
      detail: { values: { built: '6.1.0-28-amd64', running: KERNEL } },
    });
    expect(judged('driver.module-wrong-kernel-abi', { nvidiaModule: notLoaded }).kind).toBe('healthy');
  });
});

describe('driver.module-signature-rejected', () => {
  const kernelLog = ['Loading of module with unavailable key is rejected'];
  it('is what the kernel says under Secure Boot', () => {
    expect(shown('driver.module-signature-rejected', { kernelLog, secureBoot: 'on' })).toEqual(kernelLog);
  });
  it('is what a kernel says that insists on signatures without Secure Boot', () => {
    const enforcing = ['Loading of unsigned module is rejected'];
    for (const secureBoot of ['off', 'no-uefi'] as const) {
      expect(judged('driver.module-signature-rejected', { kernelLog: enforcing, secureBoot })).toMatchObject({
        kind: 'problem',
        detail: { key: 'finding.driver.module-signature-rejected.detail.enforced' },
        fix: { byHand: true },
      });
      expect(
        judged('driver.module-signature-rejected', { kernelLog: enforcing, secureBoot, nvidiaModule: moduleOf('1.1') })
          .kind,
      ).toBe('healthy');
    }
  });
  it('is not what an installer wrote down before Secure Boot was turned off', () => {
    const text = "modprobe: ERROR: could not insert 'nvidia': Key was rejected by service";
    const from = (source: string) => ({ buildLog: [{ source, text }], secureBoot: 'off' as const });
    expect(judged('driver.module-signature-rejected', from('/var/log/nvidia-installer.log')).kind).toBe(
      'not-applicable',
    );
    expect(judged('driver.module-signature-rejected', from('modprobe')).kind).toBe('problem');
  });
  it('is foreseen where the module is not signed', () => {
    expect(judged('driver.module-signature-rejected', { nvidiaModule: notLoaded, secureBoot: 'on' }).kind).toBe(
      'problem',
    );
    expect(judged('driver.module-signature-rejected', { nvidiaModule: notLoaded, secureBoot: 'off' }).kind).toBe(
      'not-applicable',
    );
  });
  it('is not the harmless taint', () => {
    const taint = ['nvidia: module verification failed: signature and/or required key missing - tainting kernel'];
    expect(judged('driver.module-signature-rejected', { kernelLog: taint, secureBoot: UNKNOWN }).kind).toBe(
      'inconclusive',
    );
  });
});

describe('a build that failed', () => {
  it('is named for the compiler', () => {
    const buildLog = built(
      '  The kernel was built by: x86_64-linux-gnu-gcc-12 (Ubuntu 12.3.0-1ubuntu1~22.04) 12.3.0',
      '  You are using:           cc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0',
      "cc: error: unrecognized command-line option '-ftrivial-auto-var-init=zero'",
    );
    expect(judged('driver.dkms-compiler-mismatch', { buildLog })).toMatchObject({
      fix: { steps: [{}, { values: { major: '12' } }] },
    });
    expect(judged('driver.dkms-compiler-mismatch', { buildLog, nvidiaModule: moduleOf('535.261.03') }).kind).toBe(
      'healthy',
    );
  });
  it('is named for the compiler that is not there', () => {
    const buildLog = built(
      'Warning: Compiler version check failed:',
      '/var/lib/dkms/nvidia-current/535.309.01/build/conftest.sh: 7133: gcc-12: not found',
      '*** Failed CC version check. ***',
    );
    expect(judged('driver.dkms-compiler-mismatch', { buildLog })).toMatchObject({
      detail: { key: 'finding.driver.dkms-compiler-mismatch.detail.missing', values: { compiler: 'gcc-12' } },
      fix: { steps: [{}, { values: { major: '12' } }] },
    });
  });
  it('is named for a kernel that is too new', () => {
    const buildLog = built("ERROR: modpost: GPL-incompatible module nvidia.ko uses GPL-only symbol '__rcu_read_lock'");
    expect(judged('driver.too-old-for-kernel', { buildLog }).kind).toBe('problem');
    expect(
      judged('driver.too-old-for-kernel', { buildLog: built("WARNING: modpost: GPL-only symbol 'x' in zfs") }).kind,
    ).toBe('healthy');
  });
  it('is named with the kernel that it was for, which need not be the one that runs', () => {
    const printed = [
      'env NV_VERBOSE=1 make -j2 modules KERNEL_UNAME=6.1.0-57-amd64..(bad exit status: 2)',
      'Error! Bad return status for module build on kernel: 6.1.0-57-amd64 (x86_64)',
      'Consult /var/lib/dkms/nvidia-current/535.309.01/build/make.log for more information.',
    ];
    expect(judged('driver.dkms-failed', { buildLog: built(...printed) })).toMatchObject({
      detail: { values: { kernel: '6.1.0-57-amd64' } },
    });
    expect(judged('driver.dkms-failed', { buildLog: built(printed[2]!), kernel: UNKNOWN })).toMatchObject({
      detail: { key: 'finding.driver.dkms-failed.detail.unnamed' },
    });
  });
  it('is said by dkms', () => {
    const dkms = [{ module: 'nvidia', version: '535.261.03', kernel: KERNEL, state: 'added' }];
    expect(shown('driver.dkms-failed', { dkms })).toEqual([`nvidia/535.261.03, ${KERNEL}: added`]);
    expect(judged('driver.dkms-failed', { dkms: [{ ...dkms[0]!, state: 'installed' }] }).kind).toBe('healthy');
    expect(judged('driver.dkms-failed', { dkms: [{ ...dkms[0]!, module: 'zfs' }] }).kind).toBe('healthy');
  });
});
