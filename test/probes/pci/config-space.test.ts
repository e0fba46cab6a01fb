import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfigSpace } from '../../../src/probes/pci/config-space.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(`test/outputs/pci-config/${name}.config.bin`));
const vgpu = () => bytesOf('vgpu-10de-1eb8-host460.16-r460_00');
/** The vGPU's space with other bytes in it, by offset. */
const vgpuWith = (changes: Readonly<Record<number, readonly number[]>>) => {
  const bytes = vgpu();
  for (const [offset, change] of Object.entries(changes)) bytes.set(change, Number(offset));
  return bytes;
};
const capability = (bytes: Uint8Array) => parseConfigSpace(bytes)?.capability;
const CAPABILITY = 0xd0;
const vfWithoutHost = { kind: 'vf', hostVersion: null, hostBranch: null };

describe('parseConfigSpace', () => {
  it('knows a vGPU, and the driver of its host', () => {
    expect(parseConfigSpace(vgpu())).toEqual({
      vendorId: '10de',
      deviceId: '1eb8',
      subsystemVendorId: '10de',
      subsystemDeviceId: '130f',
      classId: '0300',
      capability: { kind: 'vf', hostVersion: '460.16', hostBranch: 'r460_00' },
    });
  });

  it('knows a card that is passed through', () => {
    expect(parseConfigSpace(bytesOf('passthrough-10de-118a'))).toMatchObject({
      deviceId: '118a',
      capability: { kind: 'no-vf' },
    });
  });

  it('says that the capability is unread where only the header was read', () => {
    expect(capability(vgpu().subarray(0, 64))).toEqual({ kind: 'unread' });
    expect(capability(vgpuWith({ 0x06: [0] }).subarray(0, 64))).toEqual({ kind: 'no-vf' });
    expect(capability(vgpu().subarray(0, 16))).toEqual({ kind: 'unread' });
    expect(parseConfigSpace(new Uint8Array(8))).toBeUndefined();
  });

  it('ends on a list that loops, and on one that leads nowhere', () => {
    const looping = { 0x34: [0x60], 0x60: [0x05, 0x70], 0x70: [0x11, 0x60] };
    expect(capability(vgpuWith(looping))).toEqual({ kind: 'no-vf' });
    expect(capability(vgpuWith({ 0x34: [0x60], 0x60: [0xff, 0xff] }))).toEqual({ kind: 'no-vf' });
  });

  it('takes the first vendor-specific capability and looks no further', () => {
    expect(capability(vgpuWith({ 0x34: [0x80], 0x80: [0x09, CAPABILITY, 0x14, 0, 0] }))).toEqual({ kind: 'no-vf' });
  });

  it('skips records that it does not know, and ends on one without a length', () => {
    const host = [...vgpu().subarray(CAPABILITY + 5, CAPABILITY + 27)];
    const skipped = { [CAPABILITY + 2]: [31], [CAPABILITY + 5]: [0x02, 4, 0xaa, 0xbb, ...host] };
    expect(capability(vgpuWith(skipped))).toMatchObject({ hostVersion: '460.16', hostBranch: 'r460_00' });
    expect(capability(vgpuWith({ [CAPABILITY + 5]: [0x02, 0] }))).toEqual(vfWithoutHost);
    expect(capability(vgpuWith({ [CAPABILITY + 2]: [5] }))).toEqual(vfWithoutHost);
    expect(capability(vgpuWith({ [CAPABILITY + 2]: [4] }))).toEqual({ kind: 'no-vf' });
  });

  it('reads a version of ten characters, which leaves no room for an end', () => {
    const version = [...new TextEncoder().encode('580.159.01')];
    expect(capability(vgpuWith({ [CAPABILITY + 7]: version }))).toMatchObject({ hostVersion: '580.159.01' });
  });

  it('never fails and never runs on, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        parseConfigSpace(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
