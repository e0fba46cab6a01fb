import { describe, expect, it } from 'vitest';
import { ask, linesOf } from './ask.ts';
import { type SomeFacts } from './facts-of.ts';
import { finished, KERNEL, kernelOf, offering, osOf } from './guests.ts';
import { DEBIAN, grid, mediaOf, tesla } from './task-of.ts';

describe('driver.install', () => {
  it.each([
    [
      'a GRID deb by apt, with its dependencies',
      { driver: grid },
      {},
      /^apt-get install .*--no-remove .*\/mnt\/Shared\/nv\/nvidia-linux-grid-525_525\.105\.17_amd64\.deb$/,
    ],
    [
      'packages of the distribution',
      { driver: tesla },
      {},
      /^apt-get install .*--no-install-recommends nvidia-kernel-dkms nvidia-smi libcuda1$/,
    ],
    [
      'an rpm by dnf, although NVIDIA signs it not',
      { driver: { ...grid, source: mediaOf('rpm', '/nv/x.rpm') } },
      { os: osOf('rocky', 'dnf') },
      /^dnf install -y .*--setopt=localpkg_gpgcheck=False \/nv\/x\.rpm$/,
    ],
    [
      'an rpm by zypper',
      { driver: { ...grid, source: mediaOf('rpm', '/nv/x.rpm') } },
      { os: osOf('sles', 'zypper') },
      /^zypper --non-interactive install .*--allow-unsigned-rpm \/nv\/x\.rpm$/,
    ],
    [
      'a runfile before 560: the flavour by the folder of its sources',
      { driver: { ...grid, source: mediaOf('run', '/nv/x.run') }, ahead: ['packages.prerequisites'] },
      {},
      /^sh \/nv\/x\.run --silent --ui=none --no-questions --disable-nouveau --dkms -m=kernel --tmpdir=\/var\/tmp$/,
    ],
    [
      'a runfile from 560 on, without DKMS where the distribution has none',
      {
        driver: {
          ...grid,
          branch: 570,
          versions: ['570.133.20'],
          kernelModule: 'open',
          source: mediaOf('run', '/nv/x.run'),
        },
      },
      {},
      /--no-dkms --kernel-module-type=open/,
    ],
  ] as const)('installs %s', (_, task, facts, expected) => {
    expect(linesOf(ask('driver.install', facts, task)).at(-1)).toMatch(expected);
  });

  it('copies what lies inside a bundle to a file of its own first, checked by its sha256', () => {
    const source = {
      ...mediaOf('deb', '/nv/bundle.zip!Guest_Drivers/nvidia-linux-grid-525_525.105.17_amd64.deb'),
      source: { path: '/nv/bundle.zip', range: { offset: 10, length: 99 } },
    };
    const lines = linesOf(ask('driver.install', {}, { driver: { ...grid, source } as typeof grid }));
    const path = '/var/lib/gpu-guest/media/nvidia-linux-grid-525_525.105.17_amd64.deb';
    expect(lines[0]).toBe(`copy /nv/bundle.zip -> ${path} 644`);
    expect(lines[1]).toMatch(new RegExp(`${path}$`));
  });

  it('signs what it builds under Secure Boot: the key is made before', () => {
    const facts: SomeFacts = { secureBoot: 'on' };
    const lines = linesOf(ask('driver.install', facts, { driver: { ...grid, source: mediaOf('run', '/nv/x.run') } }));
    expect(lines[0]).toBe('install -d -m 0700 /var/lib/gpu-guest/mok');
    expect(lines[1]).toMatch(/^openssl req .*-outform DER/);
    expect(lines.at(-1)).toContain('--module-signing-secret-key=/var/lib/gpu-guest/mok/signing-key.priv');
  });

  it('is done only with a module for the kernel that boots next', () => {
    expect(ask('driver.install', finished).kind).toBe('done');
    const kernel = kernelOf(KERNEL, { nextBoot: '6.1.0-38-amd64', withHeaders: ['6.1.0-38-amd64'] });
    const dkms = [{ module: 'nvidia', version: '525.105.17', kernel: KERNEL, state: 'installed' }];
    expect(linesOf(ask('driver.install', { ...finished, kernel, dkms }))).toEqual([
      'dkms autoinstall -k 6.1.0-38-amd64',
      'refresh: depmod -a 6.1.0-38-amd64',
    ]);
    const stays = { driver: { ...grid, source: { kind: 'installed' } } } as const;
    expect(ask('driver.install', { ...finished, kernel }, stays)).toMatchObject({
      kind: 'blocked',
      finding: 'driver.module-missing-for-kernel',
    });
  });

  it('makes a driver whole that a power cut left without its programs', () => {
    const facts: SomeFacts = {
      ...finished,
      installedDrivers: [{ version: '535.261.03', kind: 'tesla', origin: 'deb', packages: ['nvidia-kernel-dkms'] }],
      tools: { 'nvidia-smi': null },
      repository: {
        ...offering('apt', {}),
        drivers: [
          { packages: DEBIAN.kind === 'distro' ? DEBIAN.packages : [], version: '535.261.03', flavour: 'proprietary' },
        ],
      },
    };
    const driver = { ...tesla, source: { kind: 'installed' } } as const;
    expect(linesOf(ask('driver.install', facts, { driver })).at(-1)).toMatch(/nvidia-kernel-dkms nvidia-smi libcuda1$/);
  });

  it('installs the very package again where its module is missing and DKMS has no sources', () => {
    const kernel = kernelOf(KERNEL, { nextBoot: '6.1.0-38-amd64', withHeaders: ['6.1.0-38-amd64'] });
    expect(linesOf(ask('driver.install', { ...finished, kernel })).at(-1)).toMatch(/ --reinstall \/mnt\/.*\.deb$/);
  });

  it('is blocked with the reason where nothing fits and where what fits is not at hand', () => {
    const reason = { key: 'nothing-fits' };
    expect(ask('driver.install', {}, { driver: { kind: 'nothing-fits', reason, rejected: [] } })).toEqual({
      kind: 'blocked',
      by: reason,
    });
    const driver = { ...grid, source: { kind: 'unavailable', why: reason } } as const;
    expect(ask('driver.install', {}, { driver })).toEqual({ kind: 'blocked', by: reason });
  });

  it('releases a held driver before it changes it', () => {
    const lines = linesOf(ask('driver.install', { heldPackages: ['nvidia-smi'] }, { driver: tesla }));
    expect(lines[0]).toBe('apt-mark unhold nvidia-smi');
  });
});
