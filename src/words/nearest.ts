import { closest, distance } from 'fastest-levenshtein';

/** As much of a name as is worth typing: "p40" of "p40-8q-vsphere". */
const SHORTEST_PART = 3;

/** The one name that begins with what was typed, else the one of whose parts it is one. Null: none, or several. */
function begun(word: string, candidates: readonly string[]): string | null {
  if (word.length < SHORTEST_PART) return null;
  const starting = candidates.filter((candidate) => candidate.toLowerCase().startsWith(word));
  const found =
    starting.length > 0 ? starting : candidates.filter((candidate) => candidate.toLowerCase().split(/[-.]/).includes(word));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The candidate that was probably meant, or null where none is near enough (more than a third of the letters differ). */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const lower = word.toLowerCase();
  const best = closest(lower, candidates);
  return distance(lower, best.toLowerCase()) <= Math.max(2, Math.ceil(best.length / 3)) ? best : begun(lower, candidates);
}
