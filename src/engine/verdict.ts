import { valueOf } from '../domain/fact.ts';
import type { Finding } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Facts } from '../probes/facts.ts';
import type { SmiGpu } from '../probes/nvidia-smi.ts';

export type GuestVerdict = 'ready' | 'attention' | 'broken' | 'unknown';

const LICENCE_GRANTED = /License (acquired|renewed) successfully/i;
const LICENCE_LINE = /license/i;

/** The last word of the licensing service is that it has a licence. */
function logSaysLicensed(facts: Facts): boolean {
  const lines = (valueOf(facts.griddLog) ?? []).filter(({ text }) => LICENCE_LINE.test(text));
  const last = lines.findLast(({ text }) => /acquir|renew|fail|error|return|expire/i.test(text));
  return last !== undefined && LICENCE_GRANTED.test(last.text);
}

/** A vGPU works when it is licensed; a card that is passed through works when nothing restricts it. */
function works(gpu: SmiGpu, modes: readonly Gpu['mode'][], facts: Facts): boolean {
  const { licence, virtualizationMode } = gpu;
  const isWhole = !modes.includes('vgpu') && virtualizationMode !== 'vgpu' && isSaidToBeWhole(gpu, modes);
  if (isWhole) return licence?.state !== 'unlicensed-restricted';
  return licence === null || licence.state === 'unknown' ? logSaysLicensed(facts) : licence.state === 'licensed';
}

/** Where a text ends before it says how the GPU is presented, it may be a vGPU without a licence. */
const isSaidToBeWhole = ({ virtualizationMode }: SmiGpu, modes: readonly Gpu['mode'][]): boolean =>
  virtualizationMode !== null || (modes.length > 0 && modes.every((mode) => mode === 'passthrough'));

/** Something was seen that only a working guest shows. Nothing wrong seen is not enough: it may be that nothing was seen. */
function seenWorking(facts: Facts, gpus: readonly Gpu[]): boolean {
  const smi = valueOf(facts.nvidiaSmi);
  if (smi?.kind !== 'answered' || smi.gpus.length === 0) return logSaysLicensed(facts);
  const modes = gpus.map(({ mode }) => mode);
  return smi.gpus.every((gpu) => works(gpu, modes, facts));
}

/** Contract section 2: `ready`, `attention` (warnings only), `broken` (an error), `unknown` (too little to read). */
export function verdictOf(findings: readonly Finding[], facts: Facts, gpus: readonly Gpu[]): GuestVerdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'broken';
  if (findings.some(({ severity }) => severity === 'warning')) return 'attention';
  return seenWorking(facts, gpus) ? 'ready' : 'unknown';
}
