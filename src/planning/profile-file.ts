/** Reads the answer file. Loaded only where a profile is given: it carries the YAML reader. */
import { isScalar, type Document } from 'yaml';
import type { Profile } from '../domain/profile.ts';
import { mistakesOf } from './profile-issues.ts';
import type { ProfileMistake } from './profile-mistake.ts';
import { PROFILE_KEYS, ProfileSchema } from './profile-schema.ts';
import { readYaml } from './profile-yaml.ts';

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  /** All of them, in the order in which they stand; one at least. */
  | { readonly ok: false; readonly mistakes: readonly ProfileMistake[] };

/** A version such as 12.10 is a number to YAML; what was written is meant. */
function asWritten(document: Document): void {
  for (const path of [
    ['cuda', 'toolkit'],
    ['driver', 'version'],
  ]) {
    const node = document.getIn(path, true);
    if (isScalar(node) && typeof node.value === 'number') node.value = node.source;
  }
}

/** A section with nothing but comments below it says nothing. */
function saidIn(document: Document): unknown {
  const value: unknown = document.toJS() ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, one]) => one !== null || !Object.hasOwn(PROFILE_KEYS, key)),
  );
}

const inOrder = (mistakes: readonly ProfileMistake[]): readonly ProfileMistake[] =>
  mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);

/**
 * `text`: YAML. Refuses keys that are misspelt or doubled and values that are out of range or of another type, each by line and column,
 * with the nearest right word, and all of them at once. Never throws.
 */
export function readProfile(text: string): ProfileReading {
  const yaml = readYaml(text);
  if (yaml.broken.length > 0) return { ok: false, mistakes: inOrder(yaml.broken) };
  asWritten(yaml.document);
  const parsed = ProfileSchema.safeParse(saidIn(yaml.document));
  const wrong = parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(yaml, issue));
  if (!parsed.success || yaml.doubled.length > 0) return { ok: false, mistakes: inOrder([...yaml.doubled, ...wrong]) };
  const { goal, media, driver, license, cuda, containers, libraries, multiGpu, mig, path, hold, reboot, image } = parsed.data;
  return { ok: true, profile: { goal, media, driver, license, cuda, containers, libraries, multiGpu, mig, path, hold, reboot, image } };
}
