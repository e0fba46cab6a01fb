import { driverBranches, listedVersions } from '../catalog/branches.ts';
import { driversWithCuda } from '../catalog/cuda.ts';
import { linuxGuestsOfBranch, nearestRelease, vgpuMajors } from '../catalog/vgpu-releases.ts';
import { windowsGuestsOfBranch } from '../catalog/windows-drivers.ts';
import type { Rejected } from '../domain/choice.ts';
import type { DriverKind, Profile } from '../domain/profile.ts';
import { branchOf, compareVersions } from '../domain/version.ts';
import type { Face } from './demand.ts';
import type { ChoiceInput } from './guest.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { isWindows, numbered } from './numbered.ts';

export type Fit = Extract<Judgement, { fits: true }>;

export type Theory = {
  /** What would fit, best first, from the catalogue alone; versions [] where it knows the branch only. */
  readonly best: { readonly branch: number; readonly versions: readonly string[]; readonly judgement: Fit } | null;
  /** Branches newer than the best, or all where none fits, and why not. */
  readonly rejected: readonly Rejected[];
};

type Scored = { readonly branch: number; readonly version: string | null; readonly judgement: Judgement };
type Fitting = Scored & { readonly judgement: Fit };

type Sought = {
  readonly driver: DriverKind;
  readonly faces: readonly Face[];
  readonly wish: Profile['driver']['kernelModule'];
  readonly windows: boolean;
};

/** What fits these GPUs by the catalogue, whoever may offer it. */
export function theoryFor(
  driver: DriverKind,
  faces: readonly Face[],
  { facts, profile }: Pick<ChoiceInput, 'facts' | 'profile'>,
): Theory {
  const sought: Sought = { driver, faces, wish: profile.driver.kernelModule, windows: isWindows(facts) };
  const branches = driver === 'grid' ? guestBranches(faces) : driverBranches().map(({ branch }) => branch);
  const scored = branches
    .filter((branch) => isWishedBranch(branch, profile, sought))
    .map((branch) => bestOfBranch(branch, sought));
  const fitting = scored.filter((one): one is Fitting => one.judgement.fits);
  const best = fitting.sort((a, b) => a.judgement.rank - b.judgement.rank || b.branch - a.branch)[0];
  return {
    best: best === undefined ? null : { branch: best.branch, ...versionsLike(best, sought) },
    rejected: scored.flatMap(({ branch, judgement }) =>
      judgement.fits || (best !== undefined && branch < best.branch) ? [] : { what: `R${branch}`, why: judgement.why },
    ),
  };
}

const isWishedBranch = (branch: number, { driver }: Profile, { windows }: Sought): boolean =>
  driver.version === 'auto' || numbered(driver.version, windows)?.branch === branch;

/** vGPU branches, newest first; and the host's own, should no list have it. */
function guestBranches(faces: readonly Face[]): readonly number[] {
  const hosts = faces.flatMap(({ gpu }) => branchOf(gpu.vgpu?.hostDriver?.version ?? '') ?? []);
  return [...new Set([...vgpuMajors().map(({ branch }) => branch), ...hosts])].sort((a, b) => b - a);
}

function knownVersions(branch: number, { driver, windows }: Sought): readonly string[] {
  // Of the other drivers for Windows no list is at hand.
  if (windows) return driver === 'grid' ? windowsGuestsOfBranch(branch) : [];
  if (driver === 'grid') return linuxGuestsOfBranch(branch);
  const known = new Set([...driversWithCuda(branch), ...listedVersions(branch).slice(-1)]);
  return [...known].sort((a, b) => compareVersions(b, a));
}

const scoredVersions = (branch: number, sought: Sought) =>
  knownVersions(branch, sought).map((version) => ({
    branch,
    version,
    judgement: judge(sought.faces, { branch, version, windows: sought.windows }, sought.wish),
  }));

/** The best version of a branch; the branch itself where none is known. */
function bestOfBranch(branch: number, sought: Sought): Scored {
  const { faces, wish, windows } = sought;
  const whole = { branch, version: null, judgement: judge(faces, { branch, version: null, windows }, wish) };
  if (!whole.judgement.fits) return whole;
  const fits = scoredVersions(branch, sought).filter(
    (one): one is Scored & { version: string; judgement: Fit } => one.judgement.fits,
  );
  return fits.sort((a, b) => a.judgement.rank - b.judgement.rank)[0] ?? whole;
}

/** All known versions that fit as well as the best; where the host's release is not listed, the nearest to it first; and why the first fits. */
function versionsLike(
  best: Fitting,
  sought: Sought,
): { readonly versions: readonly string[]; readonly judgement: Fit } {
  const host = sought.faces.find(({ kind }) => kind === 'vgpu')?.gpu.vgpu?.hostDriver?.version;
  const release = host === undefined ? undefined : nearestRelease(host);
  const nearest = sought.windows ? release?.windowsGuest : release?.linuxGuest;
  const alike = scoredVersions(best.branch, sought)
    .flatMap(({ version, judgement }) => (judgement.fits ? { version, judgement } : []))
    .filter(({ judgement }) => judgement.rank === best.judgement.rank)
    .sort((a, b) => Number(b.version === nearest) - Number(a.version === nearest));
  return { versions: alike.map(({ version }) => version), judgement: alike[0]?.judgement ?? best.judgement };
}
