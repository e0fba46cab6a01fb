import { describe, expect, it } from 'vitest';
import { ask, linesOf, saidBy } from './ask.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { finished, KERNEL, kernelOf, offering, osOf } from './guests.ts';
import { grid, mediaOf, noCuda } from './task-of.ts';

const installed = (proposal: ReturnType<typeof ask>): readonly string[] =>
  linesOf(proposal)
    .at(-1)!
    .split(' ')
    .filter((word) => /^[a-z]/.test(word));

describe('packages.prerequisites', () => {
  it.each<[string, SomeFacts, readonly string[]]>([
    [
      'Debian: the compiler of the kernel, its headers, and the headers of kernels to come',
      { packageList: packages('linux-image-amd64', 'make', 'linux-image-6.1.0-37-amd64') },
      ['gcc', 'gcc-12', 'libc6-dev', 'dkms', 'linux-headers-6.1.0-37-amd64', 'linux-headers-amd64', 'g++'],
    ],
    [
      'Fedora: headers by the package of the very kernel, DKMS from its own repository',
      {
        os: osOf('fedora', 'dnf'),
        kernel: kernelOf('6.11.4-301.fc41.x86_64'),
        repository: offering('dnf', { '6.11.4-301.fc41.x86_64': 'kernel-devel-6.11.4-301.fc41.x86_64' }),
      },
      ['gcc', 'make', 'glibc-devel', 'dkms', 'kernel-devel-6.11.4-301.fc41.x86_64', 'gcc-c++'],
    ],
    [
      'Rocky without EPEL: no DKMS',
      {
        os: osOf('rocky', 'dnf'),
        kernel: kernelOf('5.14.0-427.el9.x86_64'),
        repository: offering('dnf', { '5.14.0-427.el9.x86_64': 'kernel-devel-5.14.0-427.el9.x86_64' }, []),
      },
      ['gcc', 'make', 'glibc-devel', 'kernel-devel-5.14.0-427.el9.x86_64', 'gcc-c++'],
    ],
    [
      'Rocky with EPEL: DKMS',
      {
        os: osOf('rocky', 'dnf'),
        kernel: kernelOf('5.14.0-427.el9.x86_64'),
        repository: offering('dnf', { '5.14.0-427.el9.x86_64': 'kernel-devel-5.14.0-427.el9.x86_64' }, ['dkms']),
      },
      ['gcc', 'make', 'glibc-devel', 'dkms', 'kernel-devel-5.14.0-427.el9.x86_64', 'gcc-c++'],
    ],
    [
      'SUSE, with an index that says nothing: the name by its rule',
      {
        os: osOf('opensuse-leap', 'zypper'),
        kernel: kernelOf('6.4.0-150600.23.7-default'),
        repository: { ...offering('zypper', {}), indexEmpty: true },
      },
      ['gcc', 'make', 'glibc-devel', 'dkms', 'kernel-default-devel=6.4.0-150600.23.7', 'gcc-c++'],
    ],
  ])('%s', (_, facts, expected) => {
    const words = installed(ask('packages.prerequisites', facts));
    expect(words.slice(words.length - expected.length)).toEqual(expected);
  });

  describe('with a driver whose package needs DKMS', () => {
    const driver = { ...grid, source: { ...mediaOf('rpm', '/mnt/nv/grid.rpm'), needsDkms: true } } as const;
    const kernel = '5.14.0-427.el9.x86_64';
    const on = (offers: readonly string[], indexEmpty = false): SomeFacts => ({
      os: osOf('rocky', 'dnf'),
      kernel: kernelOf(kernel),
      repository: { ...offering('dnf', { [kernel]: `kernel-devel-${kernel}` }, offers), indexEmpty },
    });

    it('is said to lack EPEL where no repository has DKMS, and nothing is installed', () => {
      expect(saidBy(ask('packages.prerequisites', on([]), { driver }))).toBe('step.packages.prerequisites.no-dkms');
    });

    it('takes DKMS that is there already, or that no list speaks against yet', () => {
      const there = ask('packages.prerequisites', { ...on([]), packageList: packages('dkms') }, { driver });
      expect(installed(there)).not.toContain('dkms');
      expect(there.kind).toBe('todo');
      expect(installed(ask('packages.prerequisites', on([], true), { driver }))).toContain('dkms');
    });
  });

  it('fetches the index first, and asks nobody anything', () => {
    const proposal = ask('packages.prerequisites');
    expect(linesOf(proposal)[0]).toMatch(/^apt-get update/);
    const last = proposal.kind === 'todo' ? proposal.actions.at(-1) : undefined;
    expect(last).toMatchObject({ env: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' } });
    expect(linesOf(proposal)[1]).toContain('--force-confold');
  });

  it('finishes what an interrupted dpkg began before anything else', () => {
    const facts: SomeFacts = { packageManager: { manager: 'apt', lockedBy: null, interrupted: true } };
    expect(linesOf(ask('packages.prerequisites', facts)).map((line) => line.split(' -')[0])).toEqual([
      'dpkg',
      'apt-get install',
      'apt-get update',
      'apt-get install',
    ]);
    const repaired = ask('packages.prerequisites', { ...finished, ...facts });
    expect(saidBy(repaired)).toBe('step.packages.prerequisites.repair');
    expect(linesOf(repaired)[0]).toMatch(/^dpkg --configure -a/);
  });

  it('is blocked where the headers of the kernel that boots next are in no repository', () => {
    const facts: SomeFacts = { repository: offering('apt', { [KERNEL]: null }) };
    expect(ask('packages.prerequisites', facts)).toMatchObject({
      kind: 'blocked',
      finding: 'kernel.headers-unavailable',
      by: { values: { kernel: KERNEL } },
    });
  });

  it('goes on where only the running kernel, which will not boot again, has no headers any more', () => {
    const facts: SomeFacts = {
      kernel: kernelOf('6.1.0-20-amd64', { nextBoot: KERNEL }),
      repository: offering('apt', { '6.1.0-20-amd64': null, [KERNEL]: `linux-headers-${KERNEL}` }),
    };
    const words = installed(ask('packages.prerequisites', facts));
    expect(words).toContain(`linux-headers-${KERNEL}`);
    expect(words.join(' ')).not.toContain('6.1.0-20');
  });

  it('brings what signing needs under Secure Boot', () => {
    expect(installed(ask('packages.prerequisites', { secureBoot: 'on' }))).toEqual(
      expect.arrayContaining(['openssl', 'mokutil']),
    );
  });

  it('is done on a finished guest, and not wanted where neither driver nor CUDA is', () => {
    expect(ask('packages.prerequisites', finished, { cuda: noCuda }).kind).toBe('done');
    const driver = { kind: 'not-wanted', reason: { key: 'made-up' } } as const;
    expect(ask('packages.prerequisites', {}, { driver, cuda: noCuda }).kind).toBe('not-wanted');
  });

  it('names what is missing where there is no package manager', () => {
    expect(saidBy(ask('packages.prerequisites', { os: osOf('arch', 'none') }))).toBe(
      'step.packages.prerequisites.no-manager',
    );
  });
});

describe('packages.prerequisites on a small guest', () => {
  const none = { tar: null, xz: null, gzip: null, perl: null, gcc: null, make: null, dkms: null, mokutil: null };
  const on: Readonly<Record<string, SomeFacts>> = {
    debian: { os: osOf('debian', 'apt') },
    rocky: { os: osOf('rocky', 'dnf') },
    sles: { os: osOf('sles', 'zypper') },
  };
  const ready: SomeFacts = { ...finished, packageList: packages('nvidia-linux-grid-525') };
  const archive = { kind: 'archive', version: '9', cudaMajor: 12, file: '/nv/c.tar.xz', source: { path: '/nv/c.tar.xz' }, sha256: '', sizeBytes: 1, members: [], reason: { key: 'x' }, rejected: [] } as const;
  const runfile = { ...grid, source: mediaOf('run', '/mnt/nv/NVIDIA.run') } as const;
  const bare: SomeFacts = { nvidiaModule: { loaded: null, files: [] }, installedDrivers: [] };

  it.each([
    ['debian', ['gcc', 'g++', 'make', 'libc6-dev', 'tar', 'gzip', 'perl']],
    ['rocky', ['gcc', 'gcc-c++', 'make', 'glibc-devel', 'tar', 'gzip', 'perl-interpreter']],
    ['sles', ['gcc', 'gcc-c++', 'make', 'glibc-devel', 'tar', 'gzip', 'perl']],
  ] as const)('has on %s what CUDA’s runfile is unpacked by, and the C++ compiler that nvcc calls', (name, wanted) => {
    expect(installed(ask('packages.prerequisites', { ...ready, ...on[name], tools: none })).toSorted()).toEqual(expect.arrayContaining([...wanted]));
  });

  it.each([
    ['debian', 'xz-utils'],
    ['rocky', 'xz'],
    ['sles', 'xz'],
  ])('has on %s what a driver’s runfile and a library’s archive are unpacked by', (name, xz) => {
    const facts = { ...ready, ...on[name], tools: none };
    const forDriver = installed(ask('packages.prerequisites', { ...facts, ...bare }, { driver: runfile, cuda: noCuda }));
    expect(forDriver).toEqual(expect.arrayContaining(['tar', xz, 'gzip']));
    expect(forDriver.join(' ')).not.toContain('perl');
    const forLibrary = ask('packages.prerequisites', facts, { cuda: noCuda, libraries: { cudnn: archive, nccl: archive } });
    expect(installed(forLibrary).slice(-2)).toEqual(['tar', xz]);
    const driver = { kind: 'not-wanted', reason: { key: 'made-up' } } as const;
    expect(ask('packages.prerequisites', facts, { driver, cuda: noCuda, libraries: { cudnn: archive, nccl: archive } }).kind).toBe('todo');
  });

  it('installs none of it where it is there', () => {
    const there = Object.fromEntries(Object.keys(none).map((name) => [name, `/usr/bin/${name}`]));
    const words = installed(ask('packages.prerequisites', { ...ready, tools: there }));
    expect(words.filter((word) => ['tar', 'gzip', 'perl', 'xz-utils'].includes(word))).toEqual([]);
  });
});
