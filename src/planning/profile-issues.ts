/** What the schema finds wrong in a profile, told in the words of its file: where it stands, and which word is right. */
import { isMap, isScalar, type Document, type Node } from 'yaml';
import type * as z from 'zod';
import { nearest } from '../words/nearest.ts';
import { say, type Said } from '../words/say.ts';
import type { Place, ProfileMistake } from './profile-mistake.ts';
import { allowedBy, wordsOf } from './profile-allowed.ts';
import { PROFILE_KEYS } from './profile-schema.ts';

export type Reader = { readonly document: Document; readonly placeAt: (offset: number) => Place };

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

const nameOf = (path: Path): string => path.map(String).join('.');

function placeOfKey({ document, placeAt }: Reader, path: Path, key: string): Place {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const found = isMap(map) ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) : undefined;
  return placeAt(isScalar(found?.key) ? (found.key.range?.[0] ?? 0) : 0);
}

const placeOfValue = ({ document, placeAt }: Reader, path: Path): Place =>
  placeAt((document.getIn(path, true) as Node | undefined)?.range?.[0] ?? 0);

/** A key by its last name that stands in another place, as `license.token` is meant by `token` or by `license.token:`. */
const ELSEWHERE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PROFILE_KEYS).flatMap(([section, keys]) =>
    keys.flatMap((key) => {
      const full = section === '' ? key : `${section}.${key}`;
      return [
        [key, full],
        [full, full],
      ];
    }),
  ),
);

function unknownKey(reader: Reader, path: Path, key: string): ProfileMistake {
  const place = placeOfKey(reader, path, key);
  const keys = PROFILE_KEYS[nameOf(path)] ?? [];
  const name = nameOf([...path, key]);
  const elsewhere = Object.hasOwn(ELSEWHERE, key) ? ELSEWHERE[key] : undefined;
  if (elsewhere !== undefined) {
    const [last = '', section = ''] = elsewhere.split('.').toReversed();
    const message =
      section === ''
        ? say('profile.key-outside', { ...place, key: last })
        : say('profile.key-below', { ...place, key: last, section });
    return { ...place, key: name, near: elsewhere, message };
  }
  const near = nearest(key, keys);
  const message =
    near === null
      ? say('profile.unknown-key', { ...place, key: name, keys: keys.join(', ') })
      : say('profile.misspelt-key', { ...place, key: name, near });
  return { ...place, key: name, near, message };
}

/** YAML 1.1 took these for true and false, and people still do. */
const SWITCHES: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

function nearValue(value: string, issue: Issue): string | null {
  // A number that is out of range is no slip of the pen.
  if (/^-?\d/.test(value)) return null;
  const isSwitch = issue.code === 'invalid_type' && issue.expected === 'boolean';
  return isSwitch
    ? (SWITCHES[value.toLowerCase()] ?? nearest(value, ['true', 'false']))
    : nearest(value, wordsOf(issue));
}

/** "1" is a text to YAML, and 1 a number. */
function isQuoted(node: unknown, value: string, issue: Issue): boolean {
  if (!isScalar(node) || !String(node.type).startsWith('QUOTE')) return false;
  if (issue.code === 'invalid_type')
    return issue.expected === 'boolean' ? /^(true|false)$/.test(value) : /^\d+$/.test(value);
  return wordsOf(issue).includes(value);
}

function saidOfValue(node: unknown, key: string, place: Place, issue: Issue): readonly [Said, near: string | null] {
  const value = isScalar<string | number | boolean | null>(node) ? String(node.value ?? '') : '{…}';
  const allowed = allowedBy(issue);
  if (isScalar(node) && node.value === null) return [say('profile.empty', { ...place, key, allowed }), null];
  if (isQuoted(node, value, issue)) return [say('profile.quoted', { ...place, key, value }), value];
  const near = nearValue(value, issue);
  const values = { ...place, key, value, allowed };
  return near === null
    ? [say('profile.bad-value', values), null]
    : [say('profile.misspelt-value', { ...values, near }), near];
}

function badValue(reader: Reader, issue: Issue): ProfileMistake {
  const place = placeOfValue(reader, issue.path);
  const key = nameOf(issue.path);
  const [message, near] = saidOfValue(reader.document.getIn(issue.path, true), key, place, issue);
  return { ...place, key, near, message };
}

/** What one issue of the schema means; several where several keys of one place are unknown. */
export function mistakesOf(reader: Reader, issue: Issue): readonly ProfileMistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(reader, issue.path, key));
  if (issue.path.length === 0)
    return [{ line: 1, column: 1, key: null, near: null, message: say('profile.not-a-map') }];
  return [badValue(reader, issue)];
}
