/** A profile as YAML with comments. */
import { stringify } from 'yaml';
import { profileJsonSchema } from '../../planning/profile-json-schema.ts';
import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import type { GuestRow } from '../guest-rows.ts';
import { visible } from '../visible.ts';
import { wrapped } from '../wrapped.ts';
import type { ProfileDraft } from './draft.ts';

const WIDTH = 100;
/** Where the words that may stand there are listed. */
const BESIDE = 31;
/** As `profile schema -o` is told to call it; the editor looks for it beside the profile. */
export const SCHEMA_FILE = 'gpu-guest-profile.schema.json';

type Property = {
  readonly description: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly { readonly enum?: readonly string[]; readonly pattern?: string }[];
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
};

export type ProfileTextInput = {
  readonly draft: ProfileDraft;
  /** What is known of the guest; none: no GPU was seen. */
  readonly rows: readonly GuestRow[];
  /** How the file will be called; for the commands in its head. */
  readonly file: string;
  readonly version: string;
};

const comment = (text: string, margin: string): readonly string[] =>
  wrapped(visible(text), WIDTH - margin.length - 2).map((line) => `${margin}# ${line}`.trimEnd());

function allowed({ enum: words, anyOf, type }: Property, translate: Translate): string {
  if (words) return words.map(String).join(' | ');
  if (anyOf) {
    const kinds = anyOf.flatMap(({ enum: listed, pattern }) => {
      if (pattern === undefined) return listed ?? [];
      return [pattern.startsWith('^') ? 'VERSION' : 'FILE'];
    });
    return kinds.join(' | ');
  }
  if (type === 'boolean') return 'true | false';
  return type === 'integer' ? translate(say('profile.type.range')) : '';
}

type Writing = { readonly translate: Translate; readonly notes: ProfileDraft['notes'] };

function entry(key: string, value: unknown, property: Property, { translate, notes }: Writing): readonly string[] {
  const margin = key.includes('.') ? '  ' : '';
  const name = key.split('.').at(-1) ?? key;
  const note = notes[key];
  const line = `${margin}${name}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`;
  const words = allowed(property, translate);
  return [
    ...comment(property.description, margin),
    ...(note ? comment(translate(say('profile.init.here', { what: note })), margin) : []),
    words === '' || property.enum?.length === 1 ? line : `${line.padEnd(BESIDE - 1)} # ${words}`,
  ];
}

function section(key: string, values: object, property: Property, writing: Writing): readonly string[] {
  const below = Object.entries(values).flatMap(([name, value]) => {
    const inner = property.properties?.[name];
    return inner ? entry(`${key}.${name}`, value, inner, writing) : [];
  });
  return [...comment(property.description, ''), `${key}:`, ...below];
}

function head({ rows, file, version }: ProfileTextInput, translate: Translate): readonly string[] {
  const guest =
    rows.length === 0 ? [translate(say('profile.init.no-gpu'))] : rows.map(({ label, text }) => `${label}: ${text}`);
  return [
    `# yaml-language-server: $schema=${SCHEMA_FILE}`,
    '#',
    ...comment(translate(say('profile.init.title')), ''),
    ...comment(translate(say('profile.init.from', { version })), ''),
    ...guest.flatMap((line) => comment(line, '').map((each) => each.replace('# ', '#   '))),
    '#',
    ...comment(translate(say('profile.init.use-check', { file })), ''),
    ...comment(translate(say('profile.init.use-apply', { file })), ''),
    ...comment(translate(say('profile.init.use-schema', { schema: SCHEMA_FILE })), ''),
  ];
}

/** Every key with what it means, what this guest says to it, and what may stand there. */
export function profileText(input: ProfileTextInput, translate: Translate): string {
  const { profile, notes } = input.draft;
  const { properties } = profileJsonSchema(translate) as { readonly properties: Readonly<Record<string, Property>> };
  const values = { schema: 'gpu-guest/profile@1', ...profile };
  const paragraphs = Object.entries(values).flatMap(([key, value]) => {
    const property = properties[key];
    if (property === undefined) return [];
    const writing = { translate, notes };
    return [typeof value === 'object' ? section(key, value, property, writing) : entry(key, value, property, writing)];
  });
  return `${[head(input, translate), ...paragraphs].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
