import { driverBranches, listedVersions } from '../catalog/branches.ts';
import { driversWithCuda } from '../catalog/cuda.ts';
import { linuxGuestsOfBranch, nearestRelease, vgpuMajors } from '../catalog/vgpu-releases.ts';
import type { Rejected } from '../domain/choice.ts';
import type { DriverKind, Profile } from '../domain/profile.ts';
import { branchOf, compareVersions } from '../domain/version.ts';
import type { Face } from './demand.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';

export type Fit = Extract<Judgement, { fits: true }>;

export type Theory = {
  /** What would fit, best first, from the catalogue alone; versions [] where it knows the branch only. */
  readonly best: { readonly branch: number; readonly versions: readonly string[]; readonly judgement: Fit } | null;
  /** Branches newer than the best, or all where none fits, and why not. */
  readonly rejected: readonly Rejected[];
};

type Scored = { readonly branch: number; readonly version: string | null; readonly judgement: Judgement };
type Fitting = Scored & { readonly judgement: Fit };

/** What fits these GPUs by the catalogue, whoever may offer it. */
export function theoryFor(driver: DriverKind, faces: readonly Face[], profile: Profile): Theory {
  const wish = profile.driver.kernelModule;
  const branches = driver === 'grid' ? guestBranches(faces) : driverBranches().map(({ branch }) => branch);
  const scored = branches
    .filter((branch) => isWishedBranch(branch, profile))
    .map((branch) => bestOfBranch(branch, driver, faces, wish));
  const fitting = scored.filter((one): one is Fitting => one.judgement.fits);
  const best = fitting.sort((a, b) => a.judgement.rank - b.judgement.rank || b.branch - a.branch)[0];
  return {
    best: best === undefined ? null : { branch: best.branch, ...versionsLike(best, driver, faces, wish) },
    rejected: scored.flatMap(({ branch, judgement }) =>
      judgement.fits || (best !== undefined && branch < best.branch) ? [] : { what: `R${branch}`, why: judgement.why },
    ),
  };
}

const isWishedBranch = (branch: number, { driver }: Profile): boolean =>
  driver.version === 'auto' || branchOf(driver.version) === branch;

/** vGPU branches, newest first; and the host's own, should no list have it. */
function guestBranches(faces: readonly Face[]): readonly number[] {
  const hosts = faces.flatMap(({ gpu }) => branchOf(gpu.vgpu?.hostDriver?.version ?? '') ?? []);
  return [...new Set([...vgpuMajors().map(({ branch }) => branch), ...hosts])].sort((a, b) => b - a);
}

const knownVersions = (branch: number, driver: DriverKind): readonly string[] =>
  driver === 'grid'
    ? linuxGuestsOfBranch(branch)
    : [...new Set([...driversWithCuda(branch), ...listedVersions(branch).slice(-1)])].sort((a, b) =>
        compareVersions(b, a),
      );

const scoredVersions = (
  branch: number,
  driver: DriverKind,
  faces: readonly Face[],
  wish: Profile['driver']['kernelModule'],
) =>
  knownVersions(branch, driver).map((version) => ({
    branch,
    version,
    judgement: judge(faces, { branch, version }, wish),
  }));

/** The best version of a branch; the branch itself where none is known. */
function bestOfBranch(
  branch: number,
  driver: DriverKind,
  faces: readonly Face[],
  wish: Profile['driver']['kernelModule'],
): Scored {
  const whole = { branch, version: null, judgement: judge(faces, { branch, version: null }, wish) };
  if (!whole.judgement.fits) return whole;
  const fits = scoredVersions(branch, driver, faces, wish).filter(
    (one): one is Scored & { version: string; judgement: Fit } => one.judgement.fits,
  );
  return fits.sort((a, b) => a.judgement.rank - b.judgement.rank)[0] ?? whole;
}

/** All known versions that fit as well as the best; where the host's release is not listed, the nearest to it first; and why the first fits. */
function versionsLike(
  best: Fitting,
  driver: DriverKind,
  faces: readonly Face[],
  wish: Profile['driver']['kernelModule'],
): { readonly versions: readonly string[]; readonly judgement: Fit } {
  const host = faces.find(({ kind }) => kind === 'vgpu')?.gpu.vgpu?.hostDriver?.version;
  const nearest = host === undefined ? undefined : nearestRelease(host)?.linuxGuest;
  const alike = scoredVersions(best.branch, driver, faces, wish)
    .flatMap(({ version, judgement }) => (judgement.fits ? { version, judgement } : []))
    .filter(({ judgement }) => judgement.rank === best.judgement.rank)
    .sort((a, b) => Number(b.version === nearest) - Number(a.version === nearest));
  return { versions: alike.map(({ version }) => version), judgement: alike[0]?.judgement ?? best.judgement };
}
