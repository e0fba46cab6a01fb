import { describe, expect, it } from 'vitest';
import type { FactValues } from '../../src/probes/facts.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { smiOf, VWS } from '../steps/guests.ts';
import { judged, p40Vgpu, shown, wholeCard } from './judged.ts';
import { failed, GRIDD } from './made-up.ts';

const noDevices = failed('No devices were found');
const working = smiOf(VWS);
const RM_INIT = 'NVRM: GPU 0000:02:01.0: RmInitAdapter failed! (0x22:0x40:774)';

type Answered = Extract<FactValues['nvidiaSmi'], { kind: 'answered' }>;
const answered = (change: Partial<Answered['gpus'][number]>, isHost = false): Answered => ({
  ...(working as Answered),
  gpus: (working as Answered).gpus.map((gpu) => ({ ...gpu, ...change })),
  isHost,
});

describe('gpu.none', () => {
  it('is a bus without NVIDIA', () => {
    expect(judged('gpu.none', {}, [])).toMatchObject({ kind: 'problem', fix: { by: 'host-admin' } });
  });
  it('is not a bus that was not read', () => {
    expect(judged('gpu.none', { displays: UNKNOWN }, []).kind).toBe('inconclusive');
  });
});

describe('gpu.init-failed', () => {
  it('is what nvidia-smi says, and what the kernel log says', () => {
    expect(shown('gpu.init-failed', { nvidiaSmi: noDevices, kernelLog: [RM_INIT] })).toEqual([
      RM_INIT,
      'No devices were found',
    ]);
  });
  it('tells where the start stopped', () => {
    const stage = (code: string): unknown => {
      const verdict = judged('gpu.init-failed', { kernelLog: [RM_INIT.replace('0x22:0x40:774', code)] });
      return verdict.kind === 'problem' ? verdict.detail.values?.['stage'] : verdict;
    };
    expect(stage('0x22:0x56:884')).toEqual({ key: 'finding.gpu.init-failed.stage.attach' });
    expect(stage('0x61:0x2:1800')).toEqual({ key: 'finding.gpu.init-failed.stage.firmware' });
    expect(stage('0x31:0xffff:1060')).toEqual({ key: 'finding.gpu.init-failed.stage.vbios' });
    expect(stage('0x26:0xffff:1096')).toEqual({ key: 'finding.gpu.init-failed.stage.memory' });
  });
  it('is a card without an interrupt, which the host has to mend', () => {
    const kernelLog = [
      "NVRM: Can't find an IRQ for your NVIDIA card!",
      'NVRM: Please check your BIOS settings.',
      'nvidia: probe of 0000:02:01.0 failed with error -1',
    ];
    expect(judged('gpu.init-failed', { kernelLog })).toMatchObject({
      detail: { key: 'finding.gpu.init-failed.detail.interrupt' },
      fix: { by: 'host-admin' },
    });
    expect(shown('gpu.init-failed', { kernelLog })).toEqual([kernelLog[0]]);
    expect(judged('gpu.init-failed', { kernelLog, nvidiaSmi: working }).kind).toBe('healthy');
  });
  it('is over where the GPU answers', () => {
    expect(judged('gpu.init-failed', { nvidiaSmi: working, kernelLog: [RM_INIT] }).kind).toBe('healthy');
  });
  it('is not another of its lines', () => {
    const kernelLog = ['NVRM: GPU 0000:02:01.0: rm_init_adapter failed, device minor number 0'];
    expect(judged('gpu.init-failed', { kernelLog }).kind).toBe('healthy');
  });
});

describe('gpu.vgpu-not-presented', () => {
  it('is a whole card where gridd.conf says vGPU', () => {
    const griddConfig = { ...GRIDD, featureType: 1 };
    expect(judged('gpu.vgpu-not-presented', { griddConfig }, [wholeCard('1b38', 'Pascal')]).kind).toBe('problem');
    expect(judged('gpu.vgpu-not-presented', { griddConfig }).kind).toBe('healthy');
    expect(judged('gpu.vgpu-not-presented', {}, [wholeCard('1b38', 'Pascal')]).kind).toBe('healthy');
  });
});

describe('gpu.fallen-off-bus and gpu.xid', () => {
  const fallen = "NVRM: Xid (PCI:0000:02:01): 79, pid='<unknown>', name=<unknown>, GPU has fallen off the bus.";
  const fault = 'NVRM: Xid (PCI:0000:02:01): 31, pid=1234, name=python3, Ch 00000008, intr 00000000.';
  it('an Xid 79 is the first', () => {
    expect(shown('gpu.fallen-off-bus', { kernelLog: [fallen] })).toEqual([fallen]);
    expect(judged('gpu.xid', { kernelLog: [fallen] }).kind).toBe('healthy');
  });
  it('an Xid of a program is a warning for its owner', () => {
    expect(judged('gpu.xid', { kernelLog: [fault] })).toMatchObject({
      severity: 'warning',
      detail: { values: { xid: 31, meaning: { key: 'finding.gpu.xid.program' } } },
      fix: { by: 'guest' },
    });
    expect(judged('gpu.fallen-off-bus', { kernelLog: [fault] }).kind).toBe('healthy');
  });
  it('an Xid of the memory is for the host', () => {
    const kernelLog = [fault.replace(': 31,', ': 63,')];
    expect(judged('gpu.xid', { kernelLog })).toMatchObject({ fix: { by: 'host-admin' } });
  });
});

describe('pci.bar-unassigned', () => {
  const kernels = "pci 0000:02:01.0: BAR 1 [mem size 0x800000000 64bit pref]: can't assign; no space";
  it("is NVIDIA's complaint, and the kernel's about this card", () => {
    const own = [
      'NVRM: This PCI I/O region assigned to your NVIDIA device is invalid:',
      'NVRM: BAR1 is 0M @ 0x0 (PCI:0000:08:00.0)',
    ];
    expect(shown('pci.bar-unassigned', { kernelLog: own })).toEqual(own);
    expect(shown('pci.bar-unassigned', { kernelLog: [kernels] })).toEqual([kernels]);
  });
  it('names the first region: the driver complains of all that follow, the card has them or not', () => {
    const kernelLog = [1, 2, 3, 4, 5].flatMap((bar) => [
      'NVRM: This PCI I/O region assigned to your NVIDIA device is invalid:',
      `NVRM: BAR${bar} is 0M @ 0x0 (PCI:0000:02:01.0)`,
    ]);
    expect(judged('pci.bar-unassigned', { kernelLog })).toMatchObject({ detail: { values: { bar: '1' } } });
  });
  it('is not about another device, nor about a ROM', () => {
    const kernelLog = [kernels.replace('02:01.0', '00:1f.3'), kernels.replace('BAR 1', 'BAR 6')];
    expect(judged('pci.bar-unassigned', { kernelLog }).kind).toBe('healthy');
  });
});

describe('guest.is-host, mig.no-instances, driver.persistence-off', () => {
  it('the host is not a guest', () => {
    expect(judged('guest.is-host', { nvidiaSmi: answered({ hostVgpuMode: 'SR-IOV' }, true) })).toMatchObject({
      severity: 'warning',
    });
    expect(judged('guest.is-host', { nvidiaSmi: working }).kind).toBe('healthy');
  });
  it('MIG without instances is a warning, with one it is none, unlisted it is unknown', () => {
    const mig = (migDevices?: number) =>
      judged('mig.no-instances', {
        nvidiaSmi: answered({ migMode: 'enabled', ...(migDevices !== undefined && { migDevices }) }),
      }).kind;
    expect([mig(0), mig(2), mig()]).toEqual(['problem', 'healthy', 'inconclusive']);
  });
  it('persistence off matters on a whole card only', () => {
    const off = (virtualizationMode: 'vgpu' | 'pass-through') =>
      judged('driver.persistence-off', { nvidiaSmi: answered({ persistenceMode: 'disabled', virtualizationMode }) })
        .kind;
    expect([off('pass-through'), off('vgpu')]).toEqual(['problem', 'healthy']);
  });
});

describe('what follows from what', () => {
  it('a GPU that does not start names the driver of the wrong kind', () => {
    const verdict = judged('gpu.init-failed', { nvidiaSmi: noDevices }, [p40Vgpu]);
    expect(verdict).toMatchObject({
      kind: 'problem',
      becauseOf: expect.arrayContaining(['driver.wrong-kind', 'driver.host-guest-mismatch', 'pci.bar-unassigned']),
    });
  });
});
