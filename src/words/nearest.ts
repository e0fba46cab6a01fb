import { closest, distance } from 'fastest-levenshtein';

/** The candidate that was probably meant, or null where none is near enough (more than a third of the letters differ). */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const lower = word.toLowerCase();
  const best = closest(lower, candidates);
  return distance(lower, best.toLowerCase()) <= Math.max(2, Math.ceil(best.length / 3)) ? best : null;
}
