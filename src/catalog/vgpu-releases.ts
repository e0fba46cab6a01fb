import majorTable from '../../resources/knowledge/vgpu-majors.jsonl';
import releaseTable from '../../resources/knowledge/vgpu-releases.jsonl';
import { branchOf, compareVersions } from '../domain/version.ts';
import { allRecords, recordsWith, type Table } from './records.ts';

/** A vGPU software release: host (vGPU Manager) and guest drivers have numbers of their own, paired by this table alone. */
export type VgpuRelease = {
  /** e.g. "15.2" */
  readonly release: string;
  /** Null where no source gives it. */
  readonly host: string | null;
  readonly linuxGuest: string | null;
  readonly windowsGuest: string | null;
};

/** A main release; all its releases are of one driver branch. */
export type VgpuMajor = {
  readonly major: number;
  readonly branch: number;
  /** CUDA version that the branch reports by itself. */
  readonly cuda: string;
  /** Confirmed as a long-term branch. */
  readonly longTerm: boolean;
  readonly licenceServer: 'token' | 'legacy-or-token' | 'legacy';
};

const majors = majorTable as Table<VgpuMajor>;
const releases = releaseTable as Table<VgpuRelease>;

/** Newest first. */
export const vgpuMajors = (): readonly VgpuMajor[] => allRecords(majors);

export const majorOfBranch = (branch: number): VgpuMajor | undefined =>
  vgpuMajors().find((major) => major.branch === branch);

/** Newest first. */
export const vgpuReleases = (): readonly VgpuRelease[] => allRecords(releases);

/** Several releases may share one host version (16.6 and 16.7). */
export const releasesByHost = (hostVersion: string): readonly VgpuRelease[] =>
  recordsWith(releases, `"host":${JSON.stringify(hostVersion)}`);

export const releasesByLinuxGuest = (guestVersion: string): readonly VgpuRelease[] =>
  recordsWith(releases, `"linuxGuest":${JSON.stringify(guestVersion)}`);

export const releasesByWindowsGuest = (guestVersion: string): readonly VgpuRelease[] =>
  recordsWith(releases, `"windowsGuest":${JSON.stringify(guestVersion)}`);

/** The branch is that of the guest driver for Linux, which is also the host's. Newest first. */
const releasesOfBranch = (branch: number): readonly VgpuRelease[] =>
  recordsWith(releases, `"host":"${branch}.`).concat(recordsWith(releases, `"host":null,"linuxGuest":"${branch}.`));

/** Linux guest drivers of a branch, newest first. */
export const linuxGuestsOfBranch = (branch: number): readonly string[] =>
  [...new Set(releasesOfBranch(branch).flatMap(({ linuxGuest }) => linuxGuest ?? []))].sort((a, b) =>
    compareVersions(b, a),
  );

/** The newest release of the host's branch that is not newer than the host; else the oldest one of the branch. */
export function nearestRelease(hostVersion: string): VgpuRelease | undefined {
  const branch = branchOf(hostVersion);
  if (branch === null) return undefined;
  const ofBranch = releasesOfBranch(branch)
    .filter((release) => release.linuxGuest !== null)
    .sort((a, b) => compareVersions(b.host ?? '0', a.host ?? '0'));
  return ofBranch.find(({ host }) => host !== null && compareVersions(host, hostVersion) <= 0) ?? ofBranch.at(-1);
}
