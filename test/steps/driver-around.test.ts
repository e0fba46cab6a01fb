import { describe, expect, it } from 'vitest';
import { ask, linesOf, saidBy } from './ask.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { finished, offering, osOf } from './guests.ts';
import { grid, taskOf } from './task-of.ts';

describe('driver.remove-conflicting', () => {
  const debian = {
    version: '535.261.03',
    kind: 'tesla',
    origin: 'deb',
    packages: ['nvidia-kernel-dkms', 'libcuda1', 'nvidia-container-toolkit'],
  } as const;

  it('removes the data-centre driver from a vGPU, and never the container toolkit', () => {
    const lines = linesOf(ask('driver.remove-conflicting', { installedDrivers: [debian] }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^apt-get remove .*nvidia-kernel-dkms libcuda1$/);
  });

  it('has a runfile driver removed by its own uninstaller, and says that it cannot be brought back', () => {
    const driver = { version: '525.85.05', kind: 'grid', origin: 'runfile', packages: [] } as const;
    const proposal = ask('driver.remove-conflicting', {
      installedDrivers: [driver],
      tools: { 'nvidia-uninstall': '/usr/bin/nvidia-uninstall' },
    });
    expect(linesOf(proposal)).toEqual(['nvidia-uninstall --silent']);
    expect(proposal).toMatchObject({ actions: [{ undo: { kind: 'nothing-to-undo' } }] });
    expect(ask('driver.remove-conflicting', { installedDrivers: [driver] })).toMatchObject({ kind: 'blocked' });
  });

  it('leaves the same package in another version to the package manager', () => {
    const old = { version: '525.85.05', kind: 'grid', origin: 'deb', packages: ['nvidia-linux-grid-525'] } as const;
    expect(ask('driver.remove-conflicting', { installedDrivers: [old] }).kind).toBe('done');
  });

  it('removes the runfile where the chosen version is there twice', () => {
    const packed = { version: '525.105.17', kind: 'grid', origin: 'deb', packages: ['nvidia-linux-grid-525'] } as const;
    const run = { version: '525.105.17', kind: 'grid', origin: 'runfile', packages: [] } as const;
    const facts: SomeFacts = {
      installedDrivers: [packed, run],
      tools: { 'nvidia-uninstall': '/usr/bin/nvidia-uninstall' },
    };
    expect(linesOf(ask('driver.remove-conflicting', facts))).toEqual(['nvidia-uninstall --silent']);
  });

  it('removes nothing where nothing is at hand to take its place', () => {
    const driver = { ...grid, source: { kind: 'unavailable', why: { key: 'not-at-hand' } } } as const;
    expect(ask('driver.remove-conflicting', { installedDrivers: [debian] }, { driver }).kind).toBe('blocked');
  });
});

describe('driver.hold', () => {
  it.each([
    ['apt', 'apt-mark hold nvidia-linux-grid-525'],
    ['dnf', 'dnf -y versionlock add nvidia-linux-grid-525'],
    ['zypper', 'zypper --non-interactive addlock nvidia-linux-grid-525'],
  ] as const)('holds exactly the packages of the driver with %s', (manager, expected) => {
    const facts: SomeFacts = {
      ...finished,
      heldPackages: [],
      os: osOf('some', manager),
      packageList: packages('dnf5'),
    };
    expect(linesOf(ask('driver.hold', facts))).toEqual([expected]);
  });

  it('brings the version lock plug-in where dnf has none', () => {
    const facts: SomeFacts = { ...finished, heldPackages: [], os: osOf('rocky', 'dnf') };
    expect(linesOf(ask('driver.hold', facts))[0]).toMatch(/^dnf install .*python3-dnf-plugin-versionlock$/);
  });

  it('is left, with what to do by hand, where no repository has the version lock', () => {
    const facts: SomeFacts = {
      ...finished,
      heldPackages: [],
      os: osOf('rocky', 'dnf'),
      repository: offering('dnf', {}, []),
    };
    const proposal = ask('driver.hold', facts);
    expect([proposal.kind, saidBy(proposal)]).toEqual(['not-wanted', 'step.driver.hold.no-version-lock']);
  });

  it.each([
    ['dnf', '/etc/dnf/plugins/versionlock.list'],
    ['zypper', '/etc/zypp/locks'],
  ] as const)('puts the list of locks of %s back as it was', (manager, list) => {
    const proposal = ask('driver.hold', { ...finished, heldPackages: [], os: osOf('some', manager) });
    const undo = { kind: 'restore', packages: false, paths: expect.arrayContaining([list]) as unknown };
    expect(proposal.kind === 'todo' && proposal.actions.at(-1)).toMatchObject({ undo });
  });

  it('is done when all are held, and not wanted for a runfile or where the profile says so', () => {
    expect(ask('driver.hold', finished).kind).toBe('done');
    expect(ask('driver.hold', finished, { profile: { ...taskOf().profile, hold: false } }).kind).toBe('not-wanted');
    const run = {
      ...finished,
      installedDrivers: [{ version: '525.105.17', kind: 'grid', origin: 'runfile', packages: [] }],
    } as const;
    expect(ask('driver.hold', run).kind).toBe('not-wanted');
  });
});
