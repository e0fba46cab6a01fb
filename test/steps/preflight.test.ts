import { describe, expect, it } from 'vitest';
import { ask, saidBy } from './ask.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { KERNEL, offering, osOf } from './guests.ts';
import { grid, taskOf } from './task-of.ts';

describe('preflight', () => {
  it('is content with rights, room, a free package manager and a plausible clock', () => {
    expect(ask('preflight').kind).toBe('done');
  });

  it('on Windows asks for raised rights and a plausible clock alone', () => {
    const onWindows = (facts: SomeFacts) => ask('preflight', facts, {}, 'windows');
    expect(saidBy(onWindows({}))).toBe('step.preflight.done-windows');
    expect(saidBy(onWindows({ rights: 'user' }))).toBe('step.preflight.rights-windows');
    expect(saidBy(onWindows({ clock: { now: '2001-01-01T00:00:00Z', synchronised: 'unknown' } }))).toBe('step.preflight.clock');
  });

  it('waits for a package lock, and names who holds it', () => {
    const facts: SomeFacts = {
      packageManager: { manager: 'apt', lockedBy: { pid: 812, program: 'unattended-upgr' }, interrupted: false },
    };
    expect(ask('preflight', facts)).toMatchObject({
      kind: 'blocked',
      finding: 'packages.locked',
      by: { values: { program: 'unattended-upgr', pid: 812 } },
    });
  });

  it('lets an interrupted package manager pass: it is repaired by the next step', () => {
    expect(ask('preflight', { packageManager: { manager: 'apt', lockedBy: null, interrupted: true } }).kind).toBe(
      'done',
    );
  });

  it('adds up what is needed on one mount, and names figures', () => {
    const disk = ['/', '/usr', '/var', '/tmp'].map((path) => ({ path, mount: '/', freeMiB: 600 }));
    const proposal = ask('preflight', { disk });
    expect(proposal).toMatchObject({ kind: 'blocked', finding: 'disk.full' });
    expect(proposal.kind === 'blocked' && proposal.by.values).toMatchObject({ mount: '/', freeMiB: 600 });
  });

  it('asks for room by the size of what is to be installed', () => {
    const disk = [{ path: '/usr', mount: '/usr', freeMiB: 8_000 }];
    const big = { ...taskOf().choice.cuda, sizeBytes: 4_500 * 1024 * 1024 } as never;
    expect(ask('preflight', { disk }).kind).toBe('done');
    expect(saidBy(ask('preflight', { disk }, { cuda: big }))).toBe('step.preflight.no-room');
  });

  it.each<[string, SomeFacts, string]>([
    ['rights', { rights: 'user' }, 'step.preflight.rights'],
    [
      'a clock that was never set',
      { clock: { now: '1970-01-01T00:00:12Z', synchronised: 'no' } },
      'step.preflight.clock',
    ],
  ])('stops for want of %s', (_, facts, expected) => {
    expect(saidBy(ask('preflight', facts))).toBe(expected);
  });

  it('says which command fills an empty index, where the driver was to come from there', () => {
    const repository = { manager: 'apt', drivers: [], headers: {}, indexEmpty: true } as const;
    const driver = { ...grid, source: { kind: 'unavailable', why: { key: 'made-up' } } } as const;
    expect(ask('preflight', { repository }, { driver })).toMatchObject({
      by: { values: { command: 'apt-get update' } },
    });
    expect(ask('preflight', { repository }).kind).toBe('done');
  });

  it.each<[string, SomeFacts, string]>([
    ['headers that are in no repository', { repository: offering('apt', { [KERNEL]: null }) }, 'no-headers'],
    [
      'a compiler that is in no repository',
      {
        repository: { ...offering('apt', { [KERNEL]: `linux-headers-${KERNEL}` }), lacks: ['gcc-12'] },
        packageList: packages('make'),
      },
      'lacking',
    ],
    ['packages where there is no package manager', { os: osOf('arch', 'none') }, 'no-manager'],
  ])('asks for %s before anything changes', (_, facts, expected) => {
    expect(saidBy(ask('preflight', facts))).toBe(`step.packages.prerequisites.${expected}`);
  });

  it('misses no package that is there already, and judges by no index that was never fetched', () => {
    const without = { ...offering('apt', { [KERNEL]: `linux-headers-${KERNEL}` }), lacks: ['gcc-12'] };
    expect(ask('preflight', { repository: without, packageList: packages('gcc-12') }).kind).toBe('done');
    expect(ask('preflight', { repository: { ...without, indexEmpty: true } }).kind).toBe('done');
  });
});
