/** The published schema and the reader of profiles are of one mind. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { profileJsonSchema } from '../../src/planning/profile-json-schema.ts';
import { readProfile } from '../../src/planning/profile-file.ts';
import { PROFILE_KEYS } from '../../src/planning/profile-schema.ts';
import { translator } from '../../src/words/translate.ts';
import { parse } from 'yaml';

type Property = { readonly description?: string; readonly properties?: Readonly<Record<string, Property>> };

const schemaIn = async (language: 'en' | 'zh-CN' | 'ja') =>
  profileJsonSchema(await translator(language)) as unknown as {
    readonly properties: Readonly<Record<string, Property>>;
    readonly additionalProperties: boolean;
  };

const flat = (properties: Readonly<Record<string, Property>>, prefix = ''): readonly (readonly [string, Property])[] =>
  Object.entries(properties).flatMap(([name, property]) => [
    [`${prefix}${name}`, property] as const,
    ...flat(property.properties ?? {}, `${prefix}${name}.`),
  ]);

describe('the schema of a profile', () => {
  it.each(['en', 'zh-CN', 'ja'] as const)('describes every key in %s', async (language) => {
    const { properties } = await schemaIn(language);
    const keys = Object.entries(PROFILE_KEYS).flatMap(([section, names]) =>
      names.map((name) => (section === '' ? name : `${section}.${name}`)),
    );
    const described = flat(properties);
    expect(described.map(([key]) => key).toSorted()).toEqual([...keys].toSorted());
    expect(described.filter(([, { description }]) => !description || description.startsWith('profile.key'))).toEqual(
      [],
    );
  });

  it('is the one that is published', async () => {
    expect(JSON.parse(readFileSync('resources/schemas/profile@1.json', 'utf8'))).toEqual(await schemaIn('en'));
  });

  it.each([
    'schema: gpu-guest/profile@1\ngoal: auto\n',
    'cuda:\n  toolkit: 12.1\ndriver:\n  version: 535\n',
    'driver:\n  source: D:\\media\\driver.exe\nlicense: { featureType: 2, token: client.tok }\n',
    'cuda:\n  # toolkit: none\nhold: false\n',
    'licence:\n  token: none\n',
    'driver: { source: distr }\n',
    'cuda: { toolkit: newest }\n',
    'license: { featureType: 3 }\n',
    'license: { featureType: "1" }\n',
    'license: { waitSeconds: 100000 }\n',
    'path: perhaps\n',
    'driver: [a]\n',
    '- a\n',
  ])('takes what is taken, and refuses what is refused: %j', async (text) => {
    const schema = z.fromJSONSchema(await schemaIn('en'));
    expect(schema.safeParse(parse(text)).success).toBe(readProfile(text).ok);
  });
});
