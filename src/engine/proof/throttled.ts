import type { SmiLicence } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { isSlow } from './figures.ts';
import type { Part } from './part.ts';
import type { Subject } from './site.ts';

/**
 * What the licence explains. A vGPU starts with all it can do and loses more of it the longer it is unlicensed (NVIDIA Control Panel
 * help, "About GRID Licensing"); CUDA then refuses with `operation not supported` or `all CUDA-capable devices are busy or unavailable`.
 */
function byLicence(part: Part, licence: SmiLicence): Part {
  if (part.outcome === 'failed')
    return { ...part, message: say('proof.unlicensed.failed', { why: part.message }), evidence: part.evidence ?? licence.text };
  const restricted = licence.state === 'unlicensed-restricted' || isSlow(part.figures);
  return restricted
    ? { ...part, outcome: 'failed', message: say('proof.unlicensed.slow'), evidence: licence.text }
    : { ...part, message: say('proof.unlicensed.not-yet', { what: part.message }) };
}

const UNLICENSED: readonly SmiLicence['state'][] = ['unlicensed', 'unlicensed-unrestricted', 'unlicensed-restricted'];

/** `licence`: as it was right after the work. */
export function withLicence(part: Part, subject: Subject | undefined, licence: SmiLicence | null): Part {
  const known = { ...part, licence: licence?.state ?? null };
  const isHeld = subject?.gpu.mode === 'vgpu' && licence !== null && UNLICENSED.includes(licence.state);
  if (part.outcome === 'skipped') return known;
  if (isHeld) return byLicence(known, licence);
  return part.outcome === 'passed' && isSlow(part.figures) ? { ...known, message: say('proof.slow', { what: part.message }) } : known;
}
