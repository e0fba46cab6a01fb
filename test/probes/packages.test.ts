import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { driversIn, driverVersionIn } from '../../src/probes/driver-packages.ts';
import { heldPackages, parseVersionLock } from '../../src/probes/held-packages.ts';
import { installedDrivers } from '../../src/probes/installed-drivers.ts';
import { parseProcLocks } from '../../src/probes/package-locks.ts';
import { packageList } from '../../src/probes/package-list.ts';
import { packageManager } from '../../src/probes/package-manager.ts';
import { seen } from './made-up-machine.ts';

const stanza = (name: string, version: string, status = 'install ok installed'): string =>
  `Package: ${name}\nStatus: ${status}\nPriority: optional\nArchitecture: amd64\nVersion: ${version}\n`;
const dpkg = (...stanzas: readonly string[]) => ({
  '/var/lib/dpkg/status': [stanza('dpkg', '1.21.22'), ...stanzas].join('\n'),
});
const apt = { '/usr/bin/apt-get': '' };

describe('the list of packages', () => {
  test('holds what dpkg has installed, whole or broken, and not what is removed', async () => {
    const files = dpkg(
      stanza('nvidia-smi', '535.183.01-1', 'hold ok installed'),
      stanza('nvidia-kernel-dkms', '535.183.01-1', 'install ok half-configured'),
      stanza('nvidia-driver', '525.1-1', 'deinstall ok config-files'),
    );
    const { manager, packages } = await seen(packageList, { files });
    expect(manager).toBe('dpkg');
    expect(packages.map(({ name, broken, held }) => [name, broken, held])).toEqual([
      ['dpkg', false, false],
      ['nvidia-smi', false, true],
      ['nvidia-kernel-dkms', true, false],
    ]);
    expect(await seen(heldPackages, { files })).toEqual(['nvidia-smi']);
  });

  test('comes from rpm where rpm has the database', async () => {
    const files = {
      '/var/lib/rpm/rpmdb.sqlite': '',
      '/etc/dnf/plugins/versionlock.list': '# nvidia\nnvidia-driver-3:535.183.01-1.el9.*\n',
    };
    const commands = { rpm: 'nvidia-driver\t3:535.183.01-1.el9\tx86_64\nbash\t0:5.1.8-9.el9\tx86_64\n' };
    expect(await seen(packageList, { files, commands })).toEqual({
      manager: 'rpm',
      packages: [
        { name: 'nvidia-driver', version: '3:535.183.01-1.el9', arch: 'x86_64', broken: false, held: true },
        { name: 'bash', version: '5.1.8-9.el9', arch: 'x86_64', broken: false, held: false },
      ],
    });
  });

  test('is unknown where neither database is there, and where it may not be read', async () => {
    await expect(seen(packageList, {})).rejects.toBeInstanceOf(Unobservable);
    await expect(seen(packageList, { denied: ['/var/lib/dpkg/status'] })).rejects.toBeInstanceOf(Unobservable);
  });

  test('a lock that excludes versions holds nothing', () => {
    expect(parseVersionLock('!nvidia-driver-3:550.1-1.el9.*\nkmod-nvidia-3:535.183.01-1.el9.*\n')).toEqual([
      'kmod-nvidia',
    ]);
  });
});

describe('installed drivers', () => {
  test.each([
    ['3:535.183.01-1~deb12u1', '535.183.01'],
    ['535.309.01-0+deb12u1', '535.309.01'],
    ['550.54.14_k5.14.21_150500.53-1', '550.54.14'],
    ['20220217+3~deb12u1', null],
    ['5.15.0-105.115', null],
  ])('version %s is driver %s', (version, number) => {
    expect(driverVersionIn(version)).toBe(number);
  });

  test('the GRID package is a GRID driver; what lies around it is not part of it', async () => {
    const files = dpkg(stanza('nvidia-linux-grid-525', '525.105.17'), stanza('nvidia-container-toolkit', '1.14.3-1'));
    expect(await seen(installedDrivers, { files })).toEqual([
      { version: '525.105.17', kind: 'grid', origin: 'deb', packages: ['nvidia-linux-grid-525'] },
    ]);
  });

  test("Ubuntu's packages are one driver with all its parts, and no CUDA tool among them", () => {
    const version = '535.183.01-0ubuntu0.22.04.1';
    const names = [
      'nvidia-driver-535-server',
      'nvidia-dkms-535-server',
      'libnvidia-compute-535-server',
      'nvidia-utils-535-server',
      'linux-modules-nvidia-535-server-5.15.0-105-generic',
      'nvidia-cuda-toolkit',
      'libnvidia-container1',
    ];
    const [driver, ...others] = driversIn(names.map((name) => ({ name, version })));
    expect(others).toEqual([]);
    expect(driver).toMatchObject({ kind: 'tesla', version: '535.183.01' });
    expect(driver!.packages).toHaveLength(5);
  });

  test.each([
    'kmod-nvidia-latest-dkms',
    'akmod-nvidia',
    'nvidia-open-driver-G06-signed-kmp-default',
    'nvidia-driver-cuda',
    'nvidia-open-kernel-dkms',
    'nvidia-headless-535-server-open',
  ])('%s makes a driver', (name) => {
    expect(driversIn([{ name, version: '550.54.14-1' }])).toHaveLength(1);
  });

  test('libraries that other programs want are no driver', async () => {
    const files = {
      ...dpkg(stanza('libnvidia-ml1', '535.183.01-1')),
      '/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.535.183.01': '',
    };
    expect(await seen(installedDrivers, { files })).toEqual([]);
  });

  const runfile = {
    '/usr/bin/nvidia-uninstall': '',
    '/usr/lib/x86_64-linux-gnu/libcuda.so.535.54.03': '',
    '/var/lib/nvidia/log': '535.54.03\nNVIDIA Accelerated Graphics Driver for Linux-x86_64\n',
  };

  test('a package and a runfile at once are two', async () => {
    const files = { ...dpkg(stanza('nvidia-linux-grid-525', '525.105.17')), ...runfile };
    expect(await seen(installedDrivers, { files })).toMatchObject([
      { origin: 'deb', kind: 'grid', version: '525.105.17' },
      { origin: 'runfile', kind: 'tesla', version: '535.54.03' },
    ]);
  });

  test('a package that brings the uninstaller itself is one', async () => {
    const list = {
      '/var/lib/dpkg/info/nvidia-linux-grid-525.list': '/usr/bin/nvidia-uninstall\n/usr/bin/nvidia-gridd\n',
    };
    const files = { ...dpkg(stanza('nvidia-linux-grid-525', '525.105.17')), ...runfile, ...list };
    expect(await seen(installedDrivers, { files })).toHaveLength(1);
  });

  test('a runfile with the licensing daemon is GRID, its version read without root from the libraries', async () => {
    const files = { ...dpkg(), ...runfile, '/usr/bin/nvidia-gridd': '' };
    expect(await seen(installedDrivers, { files, denied: ['/var/lib/nvidia'] })).toEqual([
      { version: '535.54.03', kind: 'grid', origin: 'runfile', packages: [] },
    ]);
  });

  test('folders that may not be read are ignorance where nothing was found', async () => {
    await expect(seen(installedDrivers, { files: dpkg(), denied: ['/usr/lib'] })).rejects.toBeInstanceOf(Unobservable);
  });
});

describe('the package manager', () => {
  const locks =
    '1: POSIX  ADVISORY  WRITE 4242 fe:00:131090 0 EOF\n1: -> POSIX  ADVISORY  WRITE 5000 fe:00:131090 0 EOF\n2: POSIX  ADVISORY  READ  77 fe:00:131091 0 EOF\n';

  test('/proc/locks names holders, not those who wait or read', () => {
    expect(parseProcLocks(locks)).toEqual([{ pid: 4242, inode: '131090' }]);
  });

  test('names who holds its lock, without taking it', async () => {
    const files = {
      ...dpkg(),
      ...apt,
      '/proc/locks': locks,
      '/var/lib/dpkg/lock-frontend': '',
      '/proc/4242/comm': 'unattended-upgr\n',
    };
    expect(await seen(packageManager, { files, commands: { stat: '131090\n' } })).toEqual({
      manager: 'apt',
      lockedBy: { pid: 4242, program: 'unattended-upgr' },
      interrupted: false,
    });
  });

  test('a lock on another file is none of it', async () => {
    const files = { ...dpkg(), ...apt, '/proc/locks': locks, '/var/lib/dpkg/lock-frontend': '' };
    expect((await seen(packageManager, { files, commands: { stat: '9\n' } })).lockedBy).toBeNull();
  });

  test('is interrupted where dpkg left notes or half-set-up packages, while nobody works', async () => {
    const notes = { ...dpkg(), ...apt, '/var/lib/dpkg/updates/0001': '' };
    const half = { ...dpkg(stanza('nvidia-smi', '1', 'install ok half-configured')), ...apt };
    expect(await seen(packageManager, { files: notes })).toMatchObject({ interrupted: true });
    expect(await seen(packageManager, { files: half })).toMatchObject({ interrupted: true });
    expect(await seen(packageManager, { files: { ...dpkg(), ...apt } })).toMatchObject({ interrupted: false });
  });

  test('a process id that dnf left behind holds nothing once its process is another', async () => {
    const files = { '/usr/bin/dnf': '', '/var/cache/dnf/metadata_lock.pid': '812', '/proc/812/comm': 'sshd\n' };
    expect(await seen(packageManager, { files })).toMatchObject({ manager: 'dnf', lockedBy: null });
  });
});
