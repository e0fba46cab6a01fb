import { windowsBranch } from '../catalog/windows-drivers.ts';
import { valueOf } from '../domain/fact.ts';
import { branchOf } from '../domain/version.ts';
import type { ChoiceFacts } from './guest.ts';
import type { Driver } from './judgement.ts';

export const isWindows = ({ os }: Pick<ChoiceFacts, 'os'>): boolean => valueOf(os)?.id === 'windows';

/** A driver of this guest by its number, which counts otherwise on Windows; null: it names no branch. */
export function numbered(version: string, windows: boolean): (Driver & { readonly version: string }) | null {
  const branch = windows ? windowsBranch(version) : branchOf(version);
  return branch === null ? null : { branch, version, ...(windows && { windows }) };
}
