/** Drivers for Windows have numbers of their own; what they are of the Linux ones, the table of vGPU releases says. */
import { branchOf, compareVersions } from '../domain/version.ts';
import { driverBranches } from './branches.ts';
import { majorOfBranch, releasesByHost, releasesByWindowsGuest, vgpuReleases } from './vgpu-releases.ts';
import { compatibility, type Compatibility } from './vgpu-compatibility.ts';

const branchOfRelease = ({ host, linuxGuest }: { readonly host: string | null; readonly linuxGuest: string | null }): number | null =>
  branchOf(linuxGuest ?? host ?? '');

/**
 * 538.46 → 535. By the table; a driver that is in no vGPU release is of the newest branch not above its first number, as all of the
 * table's are (8.0 to 20.1). Null where there is no number.
 */
export function windowsBranch(version: string): number | null {
  const [release] = releasesByWindowsGuest(version);
  const listed = release ? branchOfRelease(release) : null;
  if (listed !== null) return listed;
  const first = branchOf(version);
  if (first === null) return null;
  return driverBranches().find(({ branch }) => branch <= first)?.branch ?? null;
}

/** From this driver on GeForce cards are allowed in virtual machines (NVIDIA's knowledge base 5173, "GeForce GPU Passthrough"). */
export const FIRST_GEFORCE_IN_GUESTS = '465.89';

/** Windows guest drivers of a branch, newest first. */
export const windowsGuestsOfBranch = (branch: number): readonly string[] =>
  [...new Set(vgpuReleases().flatMap((one) => (branchOfRelease(one) === branch ? (one.windowsGuest ?? []) : [])))].sort(
    (a, b) => compareVersions(b, a),
  );

/** As `compatibility`, for a guest driver for Windows. */
export function windowsCompatibility(hostVersion: string, windowsVersion: string): Compatibility {
  if (releasesByHost(hostVersion).some(({ windowsGuest }) => windowsGuest === windowsVersion)) return 'same-release';
  const branch = windowsBranch(windowsVersion);
  if (branch === null || majorOfBranch(branch) === undefined) return 'not-listed';
  return compatibility(hostVersion, String(branch));
}
