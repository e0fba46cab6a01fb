import { branchOf } from '../domain/version.ts';
import { majorOfBranch, releasesByHost, vgpuMajors } from './vgpu-releases.ts';

/** How a guest driver stands to the host's vGPU Manager, by the rules of NVIDIA's release notes (19.0, section 1.2). */
export type Compatibility =
  | 'same-release'
  | 'same-branch'
  /** The host is one main release ahead: only what both know works. */
  | 'previous-branch'
  /** The host's long-term branch follows the guest's. */
  | 'previous-long-term-branch'
  | 'guest-newer'
  | 'guest-too-old'
  /** No list names one of the two branches, and they are not the same. */
  | 'not-listed';

/** The notes of 8.x forbid any mixing of main releases; the first release that allows it is not known, 8 is the last that is sure. */
const LAST_MAJOR_WITHOUT_MIXING = 8;

/** @param guestVersion the Linux guest driver's */
export function compatibility(hostVersion: string, guestVersion: string): Compatibility {
  if (releasesByHost(hostVersion).some(({ linuxGuest }) => linuxGuest === guestVersion)) return 'same-release';
  const [host, guest] = [branchOf(hostVersion), branchOf(guestVersion)];
  if (host === null || guest === null) return 'not-listed';
  if (host === guest) return 'same-branch';
  return guest > host ? 'guest-newer' : olderGuest(host, guest);
}

function olderGuest(hostBranch: number, guestBranch: number): Compatibility {
  const [host, guest] = [majorOfBranch(hostBranch), majorOfBranch(guestBranch)];
  if (host === undefined || guest === undefined) return 'not-listed';
  if (host.major <= LAST_MAJOR_WITHOUT_MIXING) return 'guest-too-old';
  if (guest.major === host.major - 1) return 'previous-branch';
  const previousLongTerm = vgpuMajors().find(({ major, longTerm }) => longTerm && major < host.major);
  return host.longTerm && guest.major === previousLongTerm?.major ? 'previous-long-term-branch' : 'guest-too-old';
}
