import { describe, expect, it } from 'vitest';
import type { Initramfs } from '../../src/probes/initramfs.ts';
import { ask, linesOf, saidBy } from './ask.ts';
import { KERNEL, kernelOf } from './guests.ts';
import { grid, mediaOf, type SomeTask } from './task-of.ts';

const image: SomeTask = {
  forImage: true,
  gpus: [],
  driver: { ...grid, exact: false, source: mediaOf('run', '/nv/x.run') },
};
const FILE = '/etc/modprobe.d/gpu-guest-nouveau.conf';
const LEFT_OUT = '/etc/dracut.conf.d/gpu-guest-nouveau.conf';
const shutOut = { loaded: false, inKernels: [KERNEL], blacklistedBy: FILE, blacklistedMs: 2000 };
const free = { loaded: false, inKernels: [KERNEL], blacklistedBy: null };
const DRACUT: Initramfs = { tool: 'dracut', rebuild: ['dracut', '--force', '--regenerate-all'], images: [] };
const forAnyMachine: Initramfs = { ...DRACUT, dracut: { hostOnly: false, withoutNouveau: null } };
const kernel = kernelOf(KERNEL);
const asked = (initramfs: Initramfs, nouveau: typeof shutOut | typeof free = shutOut, task: SomeTask = image) =>
  ask('nouveau.disable', { nouveau, initramfs, kernel }, task);

describe('nouveau and the initramfs', () => {
  it('leaves nouveau out of images that dracut makes for any machine, as they hold nothing of /etc/modprobe.d', () => {
    expect(linesOf(asked(forAnyMachine, free))).toEqual([
      `write ${FILE}`,
      `write ${LEFT_OUT}`,
      'refresh: dracut --force --regenerate-all',
    ]);
    expect(linesOf(asked(forAnyMachine))).toEqual([`write ${LEFT_OUT}`, 'refresh: dracut --force --regenerate-all']);
    expect(saidBy(asked(forAnyMachine))).toBe('step.nouveau.disable.initramfs');
  });

  it('writes nothing for dracut where its images hold /etc/modprobe.d, or nouveau is left out of them already', () => {
    const hostOnly: Initramfs = { ...DRACUT, dracut: { hostOnly: true, withoutNouveau: null } };
    expect(linesOf(asked(hostOnly, free))).not.toContain(`write ${LEFT_OUT}`);
    expect(asked(hostOnly).kind).toBe('done');
    const leftOut: Initramfs = {
      ...DRACUT,
      dracut: { hostOnly: false, withoutNouveau: { path: '/etc/dracut.conf', modifiedMs: 1 } },
    };
    expect(linesOf(asked(leftOut, free))).not.toContain(`write ${LEFT_OUT}`);
    expect(asked(leftOut).kind).toBe('done');
  });

  it('takes a file in /usr/lib/modprobe.d for enough, as dracut takes that folder in', () => {
    expect(asked(forAnyMachine, { ...shutOut, blacklistedBy: '/usr/lib/modprobe.d/nvidia.conf' }).kind).toBe('done');
  });

  it('does not call it done where the configuration of dracut may not be read', () => {
    expect(asked({ ...DRACUT, dracut: null }).kind).toBe('todo');
  });

  const tools: Initramfs = { tool: 'initramfs-tools', rebuild: ['update-initramfs', '-u', '-k', 'all'] };
  it('has the initramfs of an image made anew where it is older than what keeps nouveau away', () => {
    const made = (modifiedMs: number) => asked({ ...tools, images: [{ kernel: KERNEL, modifiedMs }] });
    expect(linesOf(made(1000))).toEqual(['refresh: update-initramfs -u -k all']);
    expect(saidBy(made(1000))).toBe('step.nouveau.disable.stale');
    expect(made(2000).kind).toBe('done');
  });

  it('has the initramfs of the kernel that boots next made where there is none, as -u makes no new one', () => {
    const missing = asked({ ...tools, images: [{ kernel: '6.1.0-1-amd64', modifiedMs: 3000 }] });
    expect(linesOf(missing)).toEqual([`refresh: update-initramfs -c -k ${KERNEL}`]);
    expect(saidBy(missing)).toBe('step.nouveau.disable.missing');
  });

  it('asks a guest in use for no newer initramfs: what it has booted from has been judged by its boot', () => {
    const initramfs: Initramfs = { ...tools, images: [{ kernel: KERNEL, modifiedMs: 1000 }] };
    expect(asked(initramfs, shutOut, { driver: image.driver! }).kind).toBe('done');
  });
});
