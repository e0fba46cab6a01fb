import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { aptDrivers, parsePolicy } from '../../src/probes/repository-apt.ts';
import { parseZypperSearch, rpmDrivers } from '../../src/probes/repository-rpm.ts';
import { lackedPackages } from '../../src/probes/lacked-packages.ts';
import { repository } from '../../src/probes/repository.ts';
import { seen } from './made-up-machine.ts';

describe('what the repositories offer', () => {
  const policy = readFileSync('test/outputs/apt/debian-12-policy.txt', 'utf8');

  test("Debian 12's drivers, each in one version, the set without a display server first", () => {
    const offers = aptDrivers(parsePolicy(policy), ['6.1.0-56-amd64']);
    expect(offers[0]).toEqual({
      packages: ['nvidia-kernel-dkms', 'nvidia-smi', 'libcuda1'],
      version: '535.309.01',
      flavour: 'proprietary',
    });
    expect(new Set(offers.map(({ version }) => version))).toEqual(
      new Set(['535.309.01', '535.216.03', '525.147.05', '470.256.02']),
    );
  });

  test('an open module that is older than every nvidia-smi to be had is no offer', () => {
    expect(policy).toContain('nvidia-open-kernel-dkms:\n  Installed: (none)\n  Candidate: 535.261.03-1\n');
    expect(aptDrivers(parsePolicy(policy), []).filter(({ flavour }) => flavour === 'open')).toEqual([]);
  });

  test("Ubuntu's offers name prebuilt modules for the kernels at hand", () => {
    const version = '535.183.01-0ubuntu0.22.04.1';
    const names = [
      'nvidia-headless-535-server',
      'nvidia-headless-no-dkms-535-server',
      'nvidia-utils-535-server',
      'nvidia-driver-535-server',
    ];
    const candidates = new Map([
      ...names.map((name): [string, string] => [name, version]),
      ['linux-modules-nvidia-535-server-5.15.0-105-generic', '5.15.0-105.115'],
    ]);
    expect(aptDrivers(candidates, ['5.15.0-105-generic']).map(({ packages }) => packages)).toEqual([
      ['nvidia-headless-535-server', 'nvidia-utils-535-server'],
      [
        'linux-modules-nvidia-535-server-5.15.0-105-generic',
        'nvidia-headless-no-dkms-535-server',
        'nvidia-utils-535-server',
      ],
      ['nvidia-driver-535-server'],
    ]);
  });

  test('SUSE: module and user space of one version', () => {
    const offers = parseZypperSearch(
      'S | Name | Type | Version | Arch | Repository\n--+--\n  | nvidia-open-driver-G06-signed-kmp-default | package | 550.54.14_k5.14.21_150500.53-1 | x86_64 | SLE\n  | nvidia-compute-utils-G06 | package | 550.54.14-1 | x86_64 | NVIDIA\n',
    );
    expect(rpmDrivers(offers)).toEqual([
      {
        packages: ['nvidia-open-driver-G06-signed-kmp-default', 'nvidia-compute-utils-G06'],
        version: '550.54.14',
        flavour: 'open',
      },
    ]);
  });

  test('an apt that was never updated has an empty index, and headers that it has not', async () => {
    const files = {
      '/var/lib/dpkg/status': 'Package: dpkg\nStatus: install ok installed\nVersion: 1\n',
      '/usr/bin/apt-get': '',
      '/proc/sys/kernel/osrelease': '6.1.0-9-amd64\n',
    };
    expect(await seen(repository, { files, commands: { 'apt-cache': '' } })).toEqual({
      manager: 'apt',
      drivers: [],
      headers: { '6.1.0-9-amd64': null },
      lacks: [],
      indexEmpty: true,
    });
  });

  test('a lock that another program holds keeps zypper from looking: not known, and not empty', async () => {
    const zypper = {
      stdout: '',
      stderr: 'System management is locked by the application with pid 812.',
      exitCode: 7,
    };
    const asked = seen(repository, {
      files: { '/usr/bin/zypper': '', '/usr/lib/sysimage/rpm/rpmdb.sqlite': '' },
      commands: { zypper },
    });
    await expect(asked).rejects.toBeInstanceOf(Unobservable);
  });
});

test.each<[string[], string[]]>([
  [['gcc', 'make'], ['gcc-12']],
  [[], []],
])('an index with %j lacks %j of what a build needs', (has, lacks) => {
  expect(lackedPackages(['gcc', 'make', 'gcc-12'], (name) => has.includes(name))).toEqual(lacks);
});
