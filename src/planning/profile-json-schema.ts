/** The profile as JSON Schema, for an editor's completion and hovering. */
import * as z from 'zod';
import { say, type WordKey } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { MORE_PATTERNS, OPEN_KEYS, ProfileSchema } from './profile-schema.ts';

type Json = Readonly<Record<string, unknown>>;

const isOpen = (key: string): key is keyof typeof OPEN_KEYS => Object.hasOwn(OPEN_KEYS, key);

/** A number may stand for a version: the reader means what is written. */
function openValue(key: keyof typeof OPEN_KEYS): Json {
  const { words, more } = OPEN_KEYS[key];
  return {
    anyOf: [
      { enum: words },
      ...MORE_PATTERNS[more].map((pattern) => ({ type: 'string', pattern })),
      ...(more === 'path' ? [] : [{ type: 'number' }]),
    ],
  };
}

function described(key: string, schema: Json, translate: Translate): Json {
  const { properties, type, default: usual, ...rest } = schema;
  // A section with nothing below it is null to YAML.
  const shape = properties === undefined ? { type } : { type: ['object', 'null'] };
  return {
    description: translate(say(`profile.key.${key}` as WordKey as 'profile.key.goal')),
    ...(isOpen(key) ? openValue(key) : shape.type === undefined ? {} : shape),
    ...rest,
    ...(properties === undefined && { default: usual }),
    ...(properties !== undefined && { properties: describedAll(properties as Json, `${key}.`, translate) }),
  };
}

const describedAll = (properties: Json, prefix: string, translate: Translate): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      described(`${prefix}${name}`, schema as Json, translate),
    ]),
  );

/** Descriptions in the language of `translate`. JSON Schema 2020-12, as the published documents have it. */
export function profileJsonSchema(translate: Translate): Json {
  const { properties, ...rest } = z.toJSONSchema(ProfileSchema, { io: 'input' });
  return {
    $id: 'gpu-guest/profile@1',
    title: 'gpu-guest/profile@1',
    ...rest,
    properties: describedAll(properties as unknown as Json, '', translate),
  };
}
