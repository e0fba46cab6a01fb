/** What one rule says of hand-made facts. */
import type { Verdict } from '../../src/domain/finding.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import { rules } from '../../src/diagnosis/index.ts';
import { diagnose, type DiagnoseOptions } from '../../src/engine/diagnose.ts';
import { factsOf, type SomeFacts } from '../steps/facts-of.ts';

const NOW = '2026-11-22T07:00:00Z';

export type RuleName = (typeof rules)[number]['id'];

export function judged(
  id: RuleName,
  facts: SomeFacts,
  gpus: readonly Gpu[] = [p40Vgpu],
  options: DiagnoseOptions = {},
): Verdict {
  const found = diagnose(factsOf(facts), gpus, NOW, options).verdicts.find((one) => one.id === id);
  if (!found) throw new Error(`no such rule: ${id}`);
  return found.verdict;
}

/** The texts of the evidence, or the kind of the verdict where it is no problem. */
export function shown(...args: Parameters<typeof judged>): readonly string[] | string {
  const verdict = judged(...args);
  return verdict.kind === 'problem' ? verdict.evidence.map(({ text }) => text) : verdict.kind;
}

export const p40Vgpu: Gpu = {
  address: '0000:02:01.0',
  vendorId: '10de',
  deviceId: '1b38',
  subsystemVendorId: '10de',
  subsystemDeviceId: '11ed',
  classId: '0300',
  name: 'GRID P40-8Q',
  architecture: 'Pascal',
  cardClass: 'datacenter',
  mode: 'vgpu',
  modeReason: { key: 'x' },
  vgpu: { type: 'GRID P40-8Q', series: 'Q', framebufferMiB: 8192, cuda: true, hostDriver: null },
  mig: null,
  boundDriver: null,
};

export const withHost = (version: string): Gpu => ({
  ...p40Vgpu,
  vgpu: { ...p40Vgpu.vgpu!, hostDriver: { version, branch: `r${version.slice(0, 3)}_00` } },
});

export const wholeCard = (deviceId: string, architecture: string, name = `card ${deviceId}`): Gpu => ({
  ...p40Vgpu,
  deviceId,
  subsystemDeviceId: '1234',
  name,
  architecture,
  mode: 'passthrough',
  vgpu: null,
});
