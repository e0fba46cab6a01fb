import { describe, expect, it } from 'vitest';
import { ask, linesOf, saidBy } from './ask.ts';
import { type SomeFacts } from './facts-of.ts';
import { finished, KERNEL, moduleOf } from './guests.ts';
import { grid, mediaOf } from './task-of.ts';

const NOUVEAU = { loaded: true, inKernels: [KERNEL], blacklistedBy: null };

describe('nouveau.disable and driver.load', () => {
  it('have one reboot between them, after the installation', () => {
    expect(linesOf(ask('nouveau.disable', { nouveau: NOUVEAU }))).toEqual([
      'write /etc/modprobe.d/gpu-guest-nouveau.conf',
      'refresh: update-initramfs -u -k all',
    ]);
    const ahead = ['nouveau.disable', 'driver.install'];
    expect(linesOf(ask('driver.load', { nouveau: NOUVEAU }, { ahead }))).toEqual(['reboot']);
  });

  it('have it before the installation for a runfile, which needs the card', () => {
    const driver = { ...grid, source: mediaOf('run', '/nv/x.run') };
    expect(linesOf(ask('nouveau.disable', { nouveau: NOUVEAU }, { driver })).at(-1)).toBe('reboot');
    const after = { loaded: false, inKernels: [KERNEL], blacklistedBy: '/etc/modprobe.d/gpu-guest-nouveau.conf' };
    expect(ask('nouveau.disable', { nouveau: after }, { driver }).kind).toBe('done');
  });

  it('leave a guest alone whose kernels have no nouveau', () => {
    expect(ask('nouveau.disable').kind).toBe('not-wanted');
  });

  it('load the module without a reboot where nothing is in its way', () => {
    expect(linesOf(ask('driver.load', {}, { ahead: ['driver.install'] }))).toEqual([
      'modprobe nvidia',
      'modprobe nvidia-uvm',
    ]);
    expect(linesOf(ask('driver.load', { nvidiaModule: moduleOf('525.105.17', { loaded: false }) }))[0]).toBe(
      'modprobe nvidia',
    );
  });

  it.each<[string, SomeFacts, string]>([
    ['another version is loaded', { nvidiaModule: moduleOf('535.261.03') }, 'step.driver.load.reboot-other'],
    [
      'the other flavour is loaded',
      { nvidiaModule: { ...moduleOf('525.105.17'), loaded: { version: '525.105.17', flavour: 'open' } } },
      'step.driver.load.reboot-other',
    ],
    [
      'the key waits at the console',
      {
        nvidiaModule: moduleOf('525.105.17', { loaded: false }),
        machineOwnerKey: { own: { certificate: 'x', enrolled: 'pending' } },
      },
      'step.driver.load.reboot-key',
    ],
    [
      'only the kernel that boots next has the module',
      {
        nvidiaModule: moduleOf('525.105.17', { loaded: false }),
        kernel: {
          running: '6.1.0-20-amd64',
          arch: 'x86_64',
          nextBoot: KERNEL,
          nextBootFrom: 'newest',
          installed: [],
          withHeaders: [],
        },
      },
      'step.driver.load.reboot-kernel',
    ],
  ])('reboot where %s', (_, facts, why) => {
    const proposal = ask('driver.load', facts);
    expect(linesOf(proposal)).toEqual(['reboot']);
    expect(saidBy(proposal)).toBe(why);
  });

  it('are done with the chosen version and flavour loaded', () => {
    expect(ask('driver.load', finished).kind).toBe('done');
    expect(ask('driver.load', { nvidiaModule: { loaded: null, files: [] } })).toMatchObject({ kind: 'blocked' });
  });
});

describe('driver.enroll-key', () => {
  const on: SomeFacts = {
    secureBoot: 'on',
    nvidiaModule: moduleOf('525.105.17', { loaded: false, signer: 'GPU Guest Assistant module signing' }),
  };
  const key = (enrolled: 'yes' | 'no' | 'pending'): SomeFacts => ({
    ...on,
    machineOwnerKey: { own: { certificate: 'x', enrolled } },
    tools: { mokutil: '/usr/bin/mokutil' },
  });

  it('is not wanted without Secure Boot', () => {
    expect(ask('driver.enroll-key').kind).toBe('not-wanted');
  });

  it('asks for the enrolment and says who must be at the console; the password is in no action', () => {
    const proposal = ask('driver.enroll-key', key('no'));
    expect(linesOf(proposal)).toEqual([
      'write /var/lib/gpu-guest/mok/ask-for-enrolment.sh',
      'sh /var/lib/gpu-guest/mok/ask-for-enrolment.sh',
    ]);
    expect(proposal).toMatchObject({ warnings: [{ key: 'step.driver.enroll-key.console' }] });
    expect(proposal).toEqual(ask('driver.enroll-key', key('no')));
  });

  it('is content while the enrolment waits for the reboot, and when the firmware has the key', () => {
    expect(saidBy(ask('driver.enroll-key', key('pending')))).toBe('step.driver.enroll-key.pending');
    expect(saidBy(ask('driver.enroll-key', key('yes')))).toBe('step.driver.enroll-key.done');
  });

  it('builds a module again that somebody else signed', () => {
    const facts: SomeFacts = {
      ...key('yes'),
      nvidiaModule: moduleOf('525.105.17', { loaded: false, signer: 'DKMS module signing key' }),
      dkms: [{ module: 'nvidia', version: '525.105.17', kernel: KERNEL, state: 'installed' }],
    };
    expect(linesOf(ask('driver.enroll-key', facts))).toEqual([
      'write /etc/dkms/framework.conf.d/gpu-guest-signing.conf',
      `dkms build --force -m nvidia -v 525.105.17 -k ${KERNEL}`,
      `dkms install --force -m nvidia -v 525.105.17 -k ${KERNEL}`,
    ]);
  });

  it('leaves a module alone that the distribution signed', () => {
    const facts: SomeFacts = {
      ...on,
      nvidiaModule: moduleOf('525.105.17', { loaded: false, signer: 'Canonical Ltd. Kernel Module Signing' }),
    };
    expect(saidBy(ask('driver.enroll-key', facts))).toBe('step.driver.enroll-key.distribution');
  });
});
