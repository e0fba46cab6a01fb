import { describe, expect, it } from 'vitest';
import { ask, saidBy } from './ask.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { KERNEL, offering, osOf } from './guests.ts';
import { grid, NO_LIBRARIES, taskOf, type SomeTask } from './task-of.ts';

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

  const file = { file: '/nv/x.deb', format: 'deb', packageName: 'x', source: { path: '/nv/x.deb' }, sha256: '', sizeBytes: 1 } as const;
  const inside = [{ packageName: 'libcudnn9-cuda-12', version: '9', path: '/var/x.deb', sizeBytes: 400 * 1024 * 1024 }];
  const reason = { key: 'made-up' };
  const repository = { kind: 'local-repository', version: '9', cudaMajor: 12, file: '/nv/r.deb', format: 'deb', source: { path: '/nv/r.deb' }, sha256: '', sizeBytes: 1300 * 1024 * 1024, inside, reason, rejected: [] } as const;
  const kept = { driver: { kind: 'not-wanted', reason }, cuda: { kind: 'none', reason, rejected: [], wanted: false } } as const;

  it.each<[string, SomeTask, string, number]>([
    ['the container toolkit', { ...kept, containers: { kind: 'media', version: '1', files: [file], rejected: [] } }, '/usr', 60],
    ['the fabric manager', { ...kept, fabric: { kind: 'media', version: '1', file, rejected: [] } }, '/usr', 60],
    ['the C++ compiler that nvcc calls', { ...kept, cuda: { ...taskOf().choice.cuda, sizeBytes: 1024 * 1024 } as never }, '/usr', 352],
    ['a local repository, where all of it is unpacked', { ...kept, libraries: { ...NO_LIBRARIES, cudnn: repository } }, '/var', 1720],
    ['its packages, where they are installed', { ...kept, libraries: { ...NO_LIBRARIES, cudnn: repository } }, '/usr', 1200],
    ['an initramfs that is built beside the old one', {}, '/boot', 100],
  ])('asks for room for %s, with the figure', (_, task, path, neededMiB) => {
    const disk = (freeMiB: number) => [{ path, mount: path, freeMiB }];
    expect(ask('preflight', { disk: disk(neededMiB - 1) }, task)).toMatchObject({ kind: 'blocked', finding: 'disk.full', by: { values: { mount: path, neededMiB, freeMiB: neededMiB - 1 } } });
    expect(ask('preflight', { disk: disk(neededMiB) }, task).kind).toBe('done');
  });

  it.each<[string, SomeTask, number]>([
    ['room.fabric', { ...kept, fabric: { kind: 'media', version: '1', file, rejected: [] } }, 200],
    ['room.containers', { ...kept, containers: { kind: 'media', version: '1', files: [file], rejected: [] } }, 200],
    ['room.library', { ...kept, libraries: { ...NO_LIBRARIES, cudnn: repository } }, 250],
  ])('asks for memory for %s, with the figure; swap counts', (key, task, neededMiB) => {
    const memory = { totalMiB: 512, availableMiB: 100, swapFreeMiB: neededMiB - 101 };
    expect(ask('preflight', { memory }, task)).toMatchObject({ kind: 'blocked', by: { values: { neededMiB, freeMiB: neededMiB - 1, what: { key } } } });
    expect(ask('preflight', { memory: { ...memory, swapFreeMiB: neededMiB } }, task).kind).toBe('done');
  });

  it('asks for no room for MIG, nor for an extra that cannot be had', () => {
    const mig = { profile: { mig: { mode: 'enabled', layout: {}, replace: false } } } as unknown as SomeTask;
    const disk = ['/', '/usr', '/var', '/tmp'].map((path) => ({ path, mount: '/', freeMiB: 20 }));
    const why = { key: 'choice.containers.no-media' };
    expect(ask('preflight', { disk }, { ...kept, ...mig }).kind).toBe('done');
    expect(ask('preflight', { disk }, { ...kept, containers: { kind: 'unavailable', why, rejected: [] } }).kind).toBe('done');
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
