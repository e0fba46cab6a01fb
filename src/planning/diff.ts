import { createTwoFilesPatch } from 'diff';

/** A unified diff with three lines of context; `before` null: the file is not there. Empty where nothing changes. */
export function unifiedDiff(path: string, before: string | null, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(
    before === null ? '/dev/null' : path,
    path,
    before ?? '',
    after,
    undefined,
    undefined,
    { context: 3 },
  );
  // The library's own first lines: an index and a rule of "=".
  return patch.replace(/^(Index: .*\n)?=+\n/, '');
}
