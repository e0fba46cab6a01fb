import { atLeast, branchOf } from '../domain/version.ts';
import { driverBranches, listedVersions } from './branches.ts';
import { linuxGuestsOfBranch } from './vgpu-releases.ts';

/** First and last driver release whose name table has a vGPU type; null: none that is public. */
export type VgpuLife = { readonly first: string | null; readonly last: string | null };

/** The newest release whose name table was read: a type that stands there is still known. */
const newestRead = (): string => driverBranches()[0]?.versions.at(-1) ?? '';

/**
 * Is a vGPU type gone from this branch (or this version of it)? It lives to the end of its last branch where that branch's
 * newest list still has it; 550.40.07, the last of many, is older than every guest driver of 550.
 */
export function isGone(last: string, branch: number, version: string | null): boolean {
  const lastBranch = branchOf(last);
  if (lastBranch === null || last === newestRead()) return false;
  if (branch !== lastBranch) return branch > lastBranch;
  if (atLeast(last, listedVersions(branch).at(-1) ?? last)) return false;
  return version === null
    ? !linuxGuestsOfBranch(branch).some((guest) => atLeast(last, guest))
    : !atLeast(last, version);
}
