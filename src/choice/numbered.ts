import { windowsBranch } from '../catalog/windows-drivers.ts';
import { branchOf } from '../domain/version.ts';
import type { ChoiceFacts } from './guest.ts';
import type { Driver } from './judgement.ts';

/** Where the system is not told, a list of display devices as only Windows has it tells. */
export const isWindows = ({ os, windowsDisplays }: Pick<ChoiceFacts, 'os' | 'windowsDisplays'>): boolean => {
  if (os.known) return os.value.id === 'windows';
  return windowsDisplays?.known === true && windowsDisplays.value.kind === 'listed';
};

/** Linux's drivers have three parts since R460 (but for a beta or two), those for Windows have two: 462.31. */
const isOfWindows = (version: string): boolean => /^\d{3}\.\d{2}$/.test(version) && (branchOf(version) ?? 0) >= 460;

/** A driver of this guest by its number, which counts otherwise on Windows; null: it names no branch. */
export function numbered(version: string, guestIsWindows: boolean): (Driver & { readonly version: string }) | null {
  const windows = guestIsWindows || isOfWindows(version);
  const branch = windows ? windowsBranch(version) : branchOf(version);
  return branch === null ? null : { branch, version, ...(windows && { windows }) };
}
