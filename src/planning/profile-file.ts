/** Reads the answer file. Loaded only where a profile is given: it carries the YAML reader. */
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type * as z from 'zod';
import type { Message } from '../domain/message.ts';
import type { Profile } from '../domain/profile.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';
import { PROFILE_KEYS, ProfileSchema } from './profile-schema.ts';

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  /** `line` and `column` count from 1; the message names them too. */
  | { readonly ok: false; readonly message: Message; readonly line: number; readonly column: number };

type Place = { readonly line: number; readonly column: number };
type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

const nameOf = (path: Path): string => path.map(String).join('.');

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

type Reader = { readonly document: Document; readonly counter: LineCounter };

const placeAt = ({ counter }: Reader, offset: number): Place => {
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
};

function placeOfValue(reader: Reader, path: Path): Place {
  const node = reader.document.getIn(path, true) as Node | undefined;
  return placeAt(reader, node?.range?.[0] ?? 0);
}

function placeOfKey(reader: Reader, path: Path, key: string): Place {
  const map = path.length === 0 ? reader.document.contents : reader.document.getIn(path, true);
  const found = isMap(map) ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) : undefined;
  return placeAt(reader, isScalar(found?.key) ? (found.key.range?.[0] ?? 0) : 0);
}

const refused = (place: Place, message: Message): ProfileReading => ({ ok: false, message, ...place });

function unknownKey(reader: Reader, path: Path, key: string): ProfileReading {
  const place = placeOfKey(reader, path, key);
  const keys = PROFILE_KEYS[nameOf(path)] ?? [];
  const near = nearest(key, keys);
  const name = nameOf([...path, key]);
  return refused(
    place,
    near === null
      ? say('profile.unknown-key', { ...place, key: name, keys: keys.join(', ') })
      : say('profile.misspelt-key', { ...place, key: name, near }),
  );
}

/** The words that would have been right; [] where it is no list of words. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const words: unknown = issue.code === 'custom' ? issue.params?.['words'] : undefined;
  return Array.isArray(words) ? words.map(String) : [];
}

function allowed(issue: Issue): Message | string {
  if (issue.code === 'invalid_type') return say(`profile.type.${typeName(issue.expected)}`);
  if (issue.code === 'too_small' || issue.code === 'too_big') return say('profile.type.range');
  const words = wordsOf(issue).join(' | ');
  return issue.code === 'custom' ? say(`profile.words-or.${moreOf(issue)}`, { words }) : words;
}

function moreOf({ params }: Extract<Issue, { code: 'custom' }>): 'path' | 'version' | 'version-or-path' {
  const more: unknown = params?.['more'];
  return more === 'path' || more === 'version' ? more : 'version-or-path';
}

function typeName(expected: string): 'boolean' | 'number' | 'text' | 'map' {
  if (expected === 'boolean') return 'boolean';
  if (expected === 'number' || expected === 'int') return 'number';
  return expected === 'object' || expected === 'record' ? 'map' : 'text';
}

function badValue(reader: Reader, issue: Issue): ProfileReading {
  const place = placeOfValue(reader, issue.path);
  const node = reader.document.getIn(issue.path, true);
  const value = isScalar(node) ? String(node.source ?? node.value) : '{…}';
  // A number that is out of range is no slip of the pen.
  const near = /^\d/.test(value) ? null : nearest(value, wordsOf(issue));
  const values = { ...place, key: nameOf(issue.path), value, allowed: allowed(issue) };
  return refused(
    place,
    near === null ? say('profile.bad-value', values) : say('profile.misspelt-value', { ...values, near }),
  );
}

function explain(reader: Reader, issue: Issue): ProfileReading {
  if (issue.code === 'unrecognized_keys') return unknownKey(reader, issue.path, issue.keys[0] ?? '');
  if (issue.path.length === 0) return refused({ line: 1, column: 1 }, say('profile.not-a-map'));
  return badValue(reader, issue);
}

/** `text`: YAML. Refuses a key that is misspelt and a value out of range, by line and column, with the nearest right word. Never throws. */
export function readProfile(text: string): ProfileReading {
  const counter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: counter });
  const reader = { document, counter };
  const [error] = document.errors;
  if (error) {
    const place = placeAt(reader, error.pos[0]);
    return refused(place, say('profile.syntax', { ...place, problem: error.message.split(' at line')[0] ?? '' }));
  }
  asWritten(document);
  const parsed = ProfileSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return issue ? explain(reader, issue) : refused({ line: 1, column: 1 }, say('profile.not-a-map'));
  }
  const { goal, media, driver, license, cuda, path, hold, reboot, image } = parsed.data;
  return { ok: true, profile: { goal, media, driver, license, cuda, path, hold, reboot, image } };
}
