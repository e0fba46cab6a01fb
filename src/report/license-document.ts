import type { LicenseDocument } from '../contract/documents/license.ts';
import { valueOf } from '../domain/fact.ts';
import type { Facts } from '../probes/facts.ts';
import type { SmiGpu } from '../probes/nvidia-smi.ts';

function secondsUntil(expiry: string | null, now: string | null): number | null {
  if (expiry === null || expiry === 'permanent' || now === null) return null;
  return Math.round((Date.parse(expiry) - Date.parse(now)) / 1000);
}

/**
 * A driver that speaks of virtualization and shows no licence section has no licensing: a data-centre or consumer driver. A vGPU
 * always has one, so there it was cut off; the table without -q never shows it.
 */
const withoutLicence = ({ virtualizationMode }: SmiGpu, complete: boolean): 'not-applicable' | 'unknown' =>
  complete || (virtualizationMode !== null && virtualizationMode !== 'vgpu') ? 'not-applicable' : 'unknown';

function entryOf(gpu: SmiGpu, complete: boolean, now: string | null): LicenseDocument['gpus'][number] {
  const { address, licence } = gpu;
  if (licence === null)
    return { address, product: null, state: withoutLicence(gpu, complete), expiry: null, secondsLeft: null };
  const { product, state, expiry } = licence;
  return { address, product, state, expiry, secondsLeft: secondsUntil(expiry, now) };
}

/** `gpu-guest/license@1`. `now`: ISO 8601, or null where the source states no time. */
export function licenseDocument(facts: Facts, now: string | null): LicenseDocument {
  const smi = valueOf(facts.nvidiaSmi);
  const service = valueOf(facts.griddService);
  return {
    schema: 'gpu-guest/license@1',
    gpus: smi?.kind === 'answered' ? smi.gpus.map((gpu) => entryOf(gpu, smi.complete, now)) : [],
    featureType: valueOf(facts.griddConfig)?.featureType ?? null,
    tokenFiles: valueOf(facts.tokens)?.files.map(({ path }) => path) ?? null,
    service: { name: 'nvidia-gridd', active: service?.active ?? null },
  };
}
