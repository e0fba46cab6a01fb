/**
 * What has been summed before, so that large files are read once. Plain data: the caller keeps it between scans, and a scan
 * adds to it. It holds for a file as long as its size and its time of change are the same.
 */
import type { FileStatus } from '../domain/machine.ts';

export type MediaHashes = Record<string, { sizeBytes: number; modifiedMs: number; results: Record<string, string> }>;

/** The results for one file: by what was asked. */
export type Remembered = {
  readonly recall: (asked: string) => string | null;
  readonly keep: (asked: string, result: string) => void;
};

/** `path`: where the bytes really are, links followed. */
export function rememberedOf(hashes: MediaHashes, path: string, status: FileStatus): Remembered {
  const { sizeBytes, modifiedMs } = status;
  const before = hashes[path];
  const same = before?.sizeBytes === sizeBytes && before.modifiedMs === modifiedMs;
  const results: Record<string, string> = same ? before.results : {};
  return {
    recall: (asked) => (Object.hasOwn(results, asked) ? (results[asked] ?? null) : null),
    keep: (asked, result) => {
      results[asked] = result;
      hashes[path] = { sizeBytes, modifiedMs, results };
    },
  };
}
