/** Driver, CUDA and kernel version numbers: dotted digits, of any length. */

const parts = (version: string): readonly number[] =>
  version.split(/[.\-+~_]/).map((part) => Number.parseInt(part, 10) || 0);

/** Negative, zero or positive, by numeric parts: 525.105.17 > 525.60.13. Missing parts are 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const atLeast = (version: string, floor: string): boolean => compareVersions(version, floor) >= 0;

/** The driver branch of a Linux driver version is its first number (525.105.17 → 525); null where there is none. */
export function branchOf(version: string): number | null {
  const branch = Number.parseInt(version, 10);
  return Number.isNaN(branch) ? null : branch;
}

/** "12.0.1" → "12.0": what CUDA folders and package names carry. */
export const majorMinor = (version: string): string => version.split('.').slice(0, 2).join('.');
