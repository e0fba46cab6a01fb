import { describe, expect, it } from 'vitest';
import { nvidiaDevicesIn } from '../../../src/engine/proof/graphics.ts';
import { translator } from '../../../src/words/translate.ts';
import { gpu, proofOn, smiOf, vgpu, type Guest } from './stand-in.ts';

const english = await translator('en');
const LICENSED = smiOf('Licensed (Expiry: 2026-12-1 0:0:0 GMT)');

const block = (number: number, vendor: string, device: string, driver: string): string => `GPU${number}:
	apiVersion         = 1.3.242
	vendorID           = 0x${vendor}
	deviceID           = 0x${device}
	deviceType         = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU
	driverID           = ${driver}
`;
const SUMMARY = `==========
VULKANINFO
==========

Devices:
========
${block(0, '10005', '0000', 'DRIVER_ID_MESA_LLVMPIPE')}${block(1, '10de', '1eb8', 'DRIVER_ID_NVIDIA_PROPRIETARY')}`;

async function graphics(guest: Guest) {
  const { proof } = await proofOn(guest);
  const part = proof.parts.find(({ id }) => id === 'graphics');
  return { outcome: part?.outcome, text: english(part?.message ?? { key: '' }) };
}

describe('graphics', () => {
  it('passes where Vulkan offers NVIDIA’s driver for this very GPU', async () => {
    expect((await graphics({ vulkaninfo: () => ({ stdout: SUMMARY }) })).outcome).toBe('passed');
    expect((await graphics({ gpus: [gpu({ deviceId: '2236' })], vulkaninfo: () => ({ stdout: SUMMARY }) })).outcome).toBe('skipped');
  });

  it('passes by EGL where there is no vulkaninfo', async () => {
    const eglinfo = () => ({ stdout: 'Device platform:\nEGL API version: 1.5\nEGL vendor string: NVIDIA\n' });
    expect(await graphics({ eglinfo })).toEqual({ outcome: 'passed', text: 'EGL offers NVIDIA’s driver for this GPU.' });
  });

  it('fails where a workstation is wanted and only the processor draws', async () => {
    const vulkaninfo = () => ({ stdout: block(0, '10005', '0000', 'DRIVER_ID_MESA_LLVMPIPE') });
    expect((await graphics({ gpus: [vgpu('Q')], smi: LICENSED, goal: 'workstation', vulkaninfo })).outcome).toBe('failed');
  });

  it.each([
    ['neither tool is there', {}, 'Neither vulkaninfo'],
    ['the tool does not answer', { vulkaninfo: () => ({ ending: { kind: 'timed-out', afterMs: 8000 } as const }) }, 'did not answer'],
    ['the type is for computing', { gpus: [vgpu('C')], smi: LICENSED }, 'for computing'],
    ['the vGPU is unlicensed', { gpus: [vgpu('Q')], smi: smiOf('Unlicensed') }, 'not licensed'],
    ['the licence is not known', { gpus: [vgpu('Q')], smi: 'gibberish' }, 'not licensed'],
  ])('is skipped where %s', async (_, guest, text) => {
    const part = await graphics(guest);
    expect(part.outcome).toBe('skipped');
    expect(part.text).toContain(text);
  });
});

it('only NVIDIA’s own driver counts: nouveau’s Vulkan is another', () => {
  expect(nvidiaDevicesIn(SUMMARY)).toEqual(['1eb8']);
  expect(nvidiaDevicesIn(block(0, '10de', '1eb8', 'DRIVER_ID_MESA_NVK'))).toEqual([]);
});
