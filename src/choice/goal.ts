import { valueOf } from '../domain/fact.ts';
import type { Profile } from '../domain/profile.ts';
import { kindForImage } from './awaited.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';

export type Goal = 'compute' | 'workstation';

/** What the profile says; else by the vGPU's series, or, for a card that is passed through, what it is licensed for already. */
export function goalOf(input: ChoiceInput): Goal {
  const { gpus, profile, facts } = input;
  if (profile.goal !== 'auto') return profile.goal;
  const vgpu = gpus.find(({ mode }) => mode === 'vgpu')?.vgpu;
  // A GRID driver alone says nothing of what the guests of an image are for.
  if (kindForImage(input) !== null) return profile.license.featureType === 2 ? 'workstation' : 'compute';
  if (vgpu) return vgpu.series === 'C' || vgpu.series === null ? 'compute' : 'workstation';
  return wantsLicensedCard(profile, facts) ? 'workstation' : 'compute';
}

/**
 * GRID on a card that is passed through is for a licensed use alone: a workstation (FeatureType 2), or what the profile names.
 * A guest that holds such a licence is such a use.
 */
export function wantsLicensedCard({ goal, driver, license }: Profile, facts: ChoiceFacts): boolean {
  if (goal === 'workstation' || driver.kind === 'grid') return true;
  if (license.featureType === 2 || license.featureType === 4) return true;
  return goal === 'auto' && driver.kind === 'auto' && isLicensed(facts);
}

export function isLicensed(facts: ChoiceFacts): boolean {
  const smi = valueOf(facts.nvidiaSmi);
  return smi?.kind === 'answered' && smi.gpus.some(({ licence }) => licence?.state === 'licensed');
}
