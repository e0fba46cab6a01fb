import { releasesByLinuxGuest, releasesByWindowsGuest } from '../catalog/vgpu-releases.ts';
import { windowsBranch } from '../catalog/windows-drivers.ts';
import { branchOf } from '../domain/version.ts';
import type { ChoiceFacts } from './guest.ts';
import type { Driver } from './judgement.ts';

/** Where the system is not told, a list of display devices as only Windows has it tells. */
export const isWindows = ({ os, windowsDisplays }: Pick<ChoiceFacts, 'os' | 'windowsDisplays'>): boolean => {
  if (os.known) return os.value.id === 'windows';
  return windowsDisplays?.known === true && windowsDisplays.value.kind === 'listed';
};

/** Where the system is not told, the table may know the number: 462.31 is a driver for Windows, and none for Linux. */
const isOfWindows = (version: string): boolean =>
  releasesByWindowsGuest(version).length > 0 && releasesByLinuxGuest(version).length === 0;

/** A driver of this guest by its number, which counts otherwise on Windows; null: it names no branch. */
export function numbered(version: string, guestIsWindows: boolean): (Driver & { readonly version: string }) | null {
  const windows = guestIsWindows || isOfWindows(version);
  const branch = windows ? windowsBranch(version) : branchOf(version);
  return branch === null ? null : { branch, version, ...(windows && { windows }) };
}
