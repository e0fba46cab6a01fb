import { judgeForAwaited } from './awaited.ts';
import { judgeForCard } from './data-centre.ts';
import type { Face } from './demand.ts';
import { judgeForVgpu } from './grid.ts';
import { together, unfit, type Driver, type Judgement } from './judgement.ts';
import { flavourRule } from './kernel-module.ts';
import type { ModuleFlavour, Profile } from '../domain/profile.ts';

/** Does a driver of the right kind serve all these GPUs, with modules that they take? */
export function judge(faces: readonly Face[], driver: Driver, wished: Profile['driver']['kernelModule']): Judgement {
  // Windows has no choice of kernel modules.
  const rule = driver.windows === true ? null : flavourRule(faces, driver.branch, wished);
  if (rule?.kind === 'impossible') return unfit(rule.why);
  return together(faces.map((face) => judgeFace(face, driver)));
}

function judgeFace(face: Face, driver: Driver): Judgement {
  switch (face.kind) {
    case 'vgpu':
      return judgeForVgpu(face.gpu, driver);
    case 'card':
      return judgeForCard(face.gpu, driver);
    case 'awaited':
      return judgeForAwaited(face.driver);
  }
}

export type Build = {
  readonly flavour: ModuleFlavour;
  /** It is the one to prefer under its branch. */ readonly preferred: boolean;
};

/** Of a driver for Windows: nothing is built. */
const NO_BUILD: Build = { flavour: 'proprietary', preferred: true };

/** What to build, of the flavours that a package offers (none named: it can build all); null where it offers none that serves. */
export function flavourOf(
  faces: readonly Face[],
  { branch, windows }: Pick<Driver, 'branch' | 'windows'>,
  wished: Profile['driver']['kernelModule'],
  offered: readonly ModuleFlavour[],
): Build | null {
  if (windows === true) return NO_BUILD;
  const rule = flavourRule(faces, branch, wished);
  if (rule.kind === 'impossible') return null;
  const possible = rule.allowed.filter((flavour) => offered.length === 0 || offered.includes(flavour));
  const flavour = possible.includes(rule.preferred) ? rule.preferred : possible[0];
  return flavour === undefined ? null : { flavour, preferred: flavour === rule.preferred };
}
