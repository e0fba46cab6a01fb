import { describe, expect, it } from 'vitest';
import { ask, linesOf, saidBy } from './ask.ts';
import { finished, KERNEL, kernelOf } from './guests.ts';
import { grid, mediaOf, type SomeTask } from './task-of.ts';

const NEXT = '6.1.0-38-amd64';
/** A GRID runfile, and no card: the builder runs another kernel than the image will. */
const image: SomeTask = {
  forImage: true,
  gpus: [],
  driver: { ...grid, exact: false, source: mediaOf('run', '/nv/x.run') },
  licence: {
    kind: 'token-missing',
    featureType: 1,
    product: null,
    reason: { key: 'choice.licence.image' },
    rejected: [],
  },
};
const builder = { kernel: { ...kernelOf(NEXT), running: KERNEL, installed: [KERNEL, NEXT], withHeaders: [] } };

describe('the steps of an image', () => {
  it("asks for the headers of the kernel that boots next, and never for the builder's", () => {
    const install = linesOf(ask('packages.prerequisites', builder, image)).join('\n');
    expect(install).toContain(`linux-headers-${NEXT}`);
    expect(install).not.toContain(`linux-headers-${KERNEL}`);
  });

  it('has the runfile build for the kernel that boots next, and try nothing', () => {
    const [install, ...more] = linesOf(ask('driver.install', builder, { ...image, ahead: ['packages.prerequisites'] }));
    expect(install).toContain(` --kernel-name=${NEXT} --no-nouveau-check --no-x-check `);
    expect(install).not.toContain('--skip-module-load');
    expect(more).toEqual([]);
  });

  it('has an installer that knows how to load nothing load nothing', () => {
    const driver = { ...grid, branch: 590, versions: ['590.48.01'], source: mediaOf('run', '/nv/x.run') };
    expect(linesOf(ask('driver.install', builder, { ...image, driver })).join('\n')).toContain('--skip-module-load');
  });

  it('keeps nouveau away, but asks for no reboot of the builder', () => {
    const nouveau = { loaded: true, inKernels: [KERNEL], blacklistedBy: null };
    const lines = linesOf(ask('nouveau.disable', { ...builder, nouveau }, image));
    expect(lines).toContain('write /etc/modprobe.d/gpu-guest-nouveau.conf');
    expect(lines).not.toContain('reboot');
  });

  it.each([
    ['driver.load', 'step.image.driver.load'],
    ['driver.enroll-key', 'step.image.driver.enroll-key'],
    ['license.wait', 'step.image.license.wait'],
    ['license.token', 'choice.licence.image'],
  ] as const)('leaves %s to the first boot, and says so', (id, said) => {
    const proposal = ask(id, builder, image);
    expect(proposal.kind).toBe('not-wanted');
    expect(saidBy(proposal)).toBe(said);
  });

  it('is stopped by a token that the profile names and nobody has', () => {
    const licence = { ...image.licence, reason: { key: 'choice.licence.file-missing' } } as NonNullable<
      SomeTask['licence']
    >;
    expect(ask('license.token', builder, { ...image, licence })).toMatchObject({ kind: 'blocked' });
  });

  it('makes the licensing service start with each boot, and starts it not', () => {
    const griddService = { ...finished.griddService!, active: false, startedMs: null, startsAtBoot: false };
    expect(linesOf(ask('license.restart-service', { ...builder, griddService }, image))).toEqual([
      'systemctl enable nvidia-gridd.service',
    ]);
    const enabled = { ...griddService, startsAtBoot: true };
    expect(saidBy(ask('license.restart-service', { griddService: enabled }, image))).toBe('step.image.license.service');
    const absent = { ...griddService, unit: 'absent' as const };
    expect(ask('license.restart-service', { griddService: absent }, image).kind).toBe('blocked');
  });
});
