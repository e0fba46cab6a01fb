/** A profile as YAML with comments. */
import { stringify } from 'yaml';
import type { Platform } from '../../domain/machine.ts';
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
  readonly platform: Platform;
};

/** What no step on Windows heeds. */
const NOT_ON_WINDOWS: readonly string[] = ['driver.kernelModule', 'hold', 'containers', 'libraries', 'mig', 'multiGpu', 'image'];
/** What is told otherwise there. */
const WINDOWS_KEYS = ['media', 'driver.source', 'license.featureType', 'cuda.toolkit', 'path'] as const;

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

type Writing = { readonly translate: Translate; readonly notes: ProfileDraft['notes']; readonly platform: Platform };

function meaning(key: string, { description }: Property, { translate, platform }: Writing): string {
  const own = platform === 'windows' ? WINDOWS_KEYS.find((each) => each === key) : undefined;
  return own === undefined ? description : translate(say(`profile.windows.${own}`));
}

const isMeant = (key: string, { platform }: Writing): boolean => platform !== 'windows' || !NOT_ON_WINDOWS.includes(key);


function entry(key: string, value: unknown, property: Property, writing: Writing): readonly string[] {
  const { translate, notes } = writing;
  const margin = key.includes('.') ? '  ' : '';
  const name = key.split('.').at(-1) ?? key;
  const note = notes[key];
  const line = `${margin}${name}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`;
  const words = allowed(property, translate);
  return [
    ...comment(meaning(key, property, writing), margin),
    ...(note ? comment(translate(say('profile.init.here', { what: note })), margin) : []),
    words === '' || property.enum?.length === 1 ? line : `${line.padEnd(BESIDE - 1)} # ${words}`,
  ];
}

function section(key: string, values: object, property: Property, writing: Writing): readonly string[] {
  const below = Object.entries(values).flatMap(([name, value]) => {
    const inner = property.properties?.[name];
    return inner && isMeant(`${key}.${name}`, writing) ? entry(`${key}.${name}`, value, inner, writing) : [];
  });
  return [...comment(property.description, ''), `${key}:`, ...below];
}

function head({ rows, file, version, platform }: ProfileTextInput, translate: Translate): readonly string[] {
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
    ...comment(translate(say(platform === 'windows' ? 'profile.init.use-apply.windows' : 'profile.init.use-apply', { file })), ''),
    ...comment(translate(say('profile.init.use-schema', { schema: SCHEMA_FILE })), ''),
  ];
}

/** Every key with what it means, what this guest says to it, and what may stand there. */
export function profileText(input: ProfileTextInput, translate: Translate): string {
  const { profile, notes } = input.draft;
  const { properties } = profileJsonSchema(translate) as { readonly properties: Readonly<Record<string, Property>> };
  const writing: Writing = { translate, notes, platform: input.platform };
  const values = { schema: 'gpu-guest/profile@1', ...profile };
  const paragraphs = Object.entries(values).flatMap(([key, value]) => {
    const property = properties[key];
    if (property === undefined || !isMeant(key, writing)) return [];
    return [typeof value === 'object' ? section(key, value, property, writing) : entry(key, value, property, writing)];
  });
  return `${[head(input, translate), ...paragraphs].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
