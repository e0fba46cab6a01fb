import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../steps/facts-of.ts';
import { moduleOf } from '../steps/guests.ts';
import { judged, wholeCard } from './judged.ts';
import { driver } from './made-up.ts';

describe('card and branch', () => {
  it('a Volta card is dropped after 580', () => {
    const card = [wholeCard('1db4', 'Volta')];
    const facts = (version: string) => ({ installedDrivers: [driver(version, 'tesla')] });
    expect(judged('driver.gpu-dropped-from-branch', facts('595.45.04'), card)).toMatchObject({
      detail: { values: { last: 580 } },
    });
    expect(judged('driver.gpu-dropped-from-branch', facts('580.65.06'), card).kind).toBe('healthy');
  });
  it('a card that the driver ignores is dropped, whether anything names its last branch or not', () => {
    const kernelLog = ['NVRM: ignoring the legacy GPU 0000:02:01.0'];
    const installedDrivers = [driver('535.309.01', 'tesla')];
    expect(judged('driver.gpu-dropped-from-branch', { kernelLog, displays: UNKNOWN }, [])).toMatchObject({
      detail: { key: 'finding.driver.gpu-dropped-from-branch.detail.ignored' },
    });
    expect(
      judged('driver.gpu-dropped-from-branch', { kernelLog }, [
        { ...wholeCard('102d', 'Kepler'), address: '0000:02:01.0' },
      ]),
    ).toMatchObject({
      detail: { key: 'finding.driver.gpu-dropped-from-branch.detail.ignored.last', values: { last: 470 } },
    });
    const facts = { kernelLog, installedDrivers };
    expect(judged('driver.gpu-dropped-from-branch', facts, [wholeCard('102d', 'Kepler')])).toMatchObject({
      detail: { values: { last: 470 } },
      evidence: expect.arrayContaining([{ source: 'dmesg', text: kernelLog[0] }]),
    });
  });
  it('a card of long ago is named by the driver itself', () => {
    const kernelLog = [
      'NVRM: The Unknown NVIDIA GT2xx Series GPU installed in this',
      'NVRM:  system is not supported through the 535.309.01 NVIDIA',
      'NVRM:  driver. You can try the NVIDIA 340.xx Legacy drivers.',
    ];
    expect(judged('driver.gpu-dropped-from-branch', { kernelLog, displays: UNKNOWN }, [])).toMatchObject({
      detail: { values: { gpu: 'GT2xx Series', last: '340' } },
    });
  });
  it('a Blackwell card is newer than 535', () => {
    const card = [wholeCard('2b85', 'Blackwell')];
    const facts = (version: string) => ({ installedDrivers: [driver(version, 'tesla')] });
    expect(judged('driver.branch-too-old-for-gpu', facts('535.261.03'), card).kind).toBe('problem');
    expect(judged('driver.branch-too-old-for-gpu', facts('580.65.06'), card).kind).toBe('healthy');
  });
  it('a Blackwell card needs the open modules, an Ampere card does not', () => {
    const nvidiaModule = moduleOf('580.65.06');
    expect(judged('driver.open-module-required', { nvidiaModule }, [wholeCard('2b85', 'Blackwell')]).kind).toBe(
      'problem',
    );
    expect(judged('driver.open-module-required', { nvidiaModule }, [wholeCard('20b0', 'Ampere')]).kind).toBe('healthy');
  });
  it('the open modules drive no Pascal card, and no vGPU of an Ampere card', () => {
    const open = moduleOf('580.65.06');
    const nvidiaModule = { ...open, loaded: { version: '580.65.06', flavour: 'open' as const } };
    const ampere = wholeCard('2236', 'Ampere');
    expect(judged('driver.open-module-unsupported', { nvidiaModule }, [wholeCard('1b38', 'Pascal')]).kind).toBe(
      'problem',
    );
    expect(judged('driver.open-module-unsupported', { nvidiaModule }, [ampere]).kind).toBe('healthy');
    expect(judged('driver.open-module-unsupported', { nvidiaModule }, [{ ...ampere, mode: 'vgpu' }]).kind).toBe(
      'problem',
    );
  });
});
