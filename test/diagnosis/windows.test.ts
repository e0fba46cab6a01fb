import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { judged, p40Vgpu, shown, wholeCard } from './judged.ts';
import { failed } from './made-up.ts';

type Display = Extract<FactValues['windowsDisplays'], { kind: 'listed' }>['displays'][number];

const display = (more: Partial<Display>): FactValues['windowsDisplays'] => ({
  kind: 'listed',
  displays: [
    {
      name: 'NVIDIA GeForce RTX 3080',
      vendorId: '10de',
      deviceId: '2206',
      subsystemVendorId: '10de',
      subsystemDeviceId: '1467',
      problem: 43,
      driverVersion: '461.40',
      inf: 'oem7.inf',
      evidence: ['Code 43'],
      ...more,
    },
  ],
});

const SEEN = { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false, evidence: [] };
const geforce = wholeCard('2206', 'Ampere', 'NVIDIA GeForce RTX 3080');
const a16 = { ...p40Vgpu, deviceId: '25b6', subsystemDeviceId: '1601', architecture: 'Ampere', name: 'NVIDIA A16' };

const kindOf = (...args: Parameters<typeof judged>): string => {
  const verdict = judged(...args);
  return verdict.kind === 'problem' ? verdict.severity : verdict.kind;
};

describe('a visible hypervisor', () => {
  it.each([
    ['breaks a GeForce card under a driver before 465.89', display({}), SEEN, 'error'],
    ['is only worth knowing with 465.89', display({ driverVersion: '465.89', problem: 43 }), SEEN, 'info'],
    ['is only worth knowing for a data-centre card', display({ name: 'Tesla T4', deviceId: '1eb8' }), SEEN, 'info'],
    ['is only worth knowing on Linux', { kind: 'not-applicable' }, SEEN, 'info'],
    ['breaks nothing where it is hidden', display({}), { ...SEEN, idHidden: true }, 'healthy'],
    ['is seen by what it breaks', display({}), { ...SEEN, idHidden: null }, 'error'],
    ['is not known where nothing shows it', display({ problem: 0 }), { ...SEEN, idHidden: null }, 'inconclusive'],
  ] as const)('%s', (_, windowsDisplays, hypervisor, expected) => {
    expect(kindOf('hypervisor.id-visible', { windowsDisplays, hypervisor }, [geforce])).toBe(expected);
  });
});

describe('a code of Device Manager', () => {
  it.each([
    [43, 'windows.code-43'],
    [12, 'pci.bar-unassigned'],
    [28, 'driver.missing'],
    [10, 'gpu.init-failed'],
    [31, 'gpu.init-failed'],
  ] as const)('%d is %s', (problem, id) => {
    const facts = { windowsDisplays: display({ problem }), nvidiaSmi: failed('') };
    expect(kindOf(id, facts, [geforce])).toBe('error');
    expect(kindOf(id, { ...facts, windowsDisplays: display({ problem: 0 }) }, [geforce])).not.toBe('error');
  });

  it('that is not said leaves Code 43 open', () => {
    expect(kindOf('windows.code-43', { windowsDisplays: display({ problem: null }) }, [geforce])).toBe('inconclusive');
  });

  it.each([
    ['neither card nor driver told', { name: null, deviceId: null, driverVersion: null }, 'card-untold'],
    ['a GeForce card without its driver told', { driverVersion: null }, 'card-untold'],
    ['a GeForce card on a driver that starts in guests', { driverVersion: '566.14' }, 'card'],
    ['a data-centre card', { name: 'Tesla T4', deviceId: '1eb8', driverVersion: null }, 'card'],
  ] as const)('43 with %s does not say more of hiding the hypervisor than is known', (_, device, step) => {
    const verdict = judged('windows.code-43', { windowsDisplays: display(device) }, [geforce]);
    const said = verdict.kind === 'problem' ? verdict.fix.steps.map(({ key }) => key) : [];
    expect(said[0]).toBe(`finding.windows.code-43.fix.${step}`);
  });

  it('of another maker is nobody of ours', () => {
    const amd = display({ name: 'AMD Radeon', vendorId: '1002', deviceId: '73bf' });
    expect(kindOf('windows.code-43', { windowsDisplays: amd }, [geforce])).toBe('healthy');
  });
});

describe('UEFI', () => {
  const stopped = display({ name: 'NVIDIA A16-4Q', deviceId: '25b6', driverVersion: '536.99' });
  const bios = { firmware: 'bios', windowsDisplays: stopped } as const;
  it('is missed by a vGPU of an Ampere card that does not start', () => {
    expect(shown('firmware.uefi-required', bios, [a16])).toContain('BIOS (legacy)');
  });

  it.each([
    ['there', { ...bios, firmware: 'uefi' }, a16],
    ['asked for by no Pascal vGPU', bios, p40Vgpu],
    ['asked for by no whole card', bios, geforce],
    ['not missed where the vGPU works', { ...bios, windowsDisplays: display({ problem: 0 }) }, a16],
    ['no matter on Linux', { ...bios, windowsDisplays: { kind: 'not-applicable' } }, a16],
  ] as const)('is %s', (_, facts, gpu) => {
    expect(['healthy', 'not-applicable']).toContain(kindOf('firmware.uefi-required', facts, [gpu]));
  });
});

describe('an installer that found no device', () => {
  const windowsInstall = {
    kind: 'said',
    complaints: [{ kind: 'no-device-for-it', text: 'could not find compatible graphics hardware' }],
  } as const;
  it('had the wrong package', () => {
    expect(kindOf('windows.wrong-package', { windowsInstall, windowsDisplays: display({}) })).toBe('error');
  });

  it('does not count where the GPU works by now', () => {
    const windowsDisplays = display({ problem: 0, driverVersion: '536.99' });
    expect(kindOf('windows.wrong-package', { windowsInstall, windowsDisplays })).toBe('healthy');
  });

  it('counts where Windows drives the card with its own driver', () => {
    const windowsDisplays = display({ name: 'Microsoft Basic Display Adapter', problem: 0, inf: 'display.inf' });
    expect(kindOf('windows.wrong-package', { windowsInstall, windowsDisplays })).toBe('error');
  });
});
