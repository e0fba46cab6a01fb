/** Tickets as people write them, made up after real ones: little, mixed, in several languages. The cause is named first. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { survey } from '../../src/engine/survey.ts';

const FOLDER = 'test/outputs/messy-tickets';
type Expected = { readonly first: string | null; readonly also?: readonly string[]; readonly verdict: string };
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, Expected>;

test.each(Object.entries(expected))('%s is understood', async (name, { first, also = [], verdict }) => {
  const machine = observerOf([{ name, bytes: readFileSync(`${FOLDER}/${name}`) }]);
  const seen = await survey(machine, defaultProfile, { skipMedia: true });
  const found = diagnose(seen.facts, seen.gpus, seen.now ?? '', { origin: 'recorded' });
  const ids = found.findings.map(({ id }) => id);
  expect(ids[0] ?? null).toBe(first);
  expect(ids).toEqual(expect.arrayContaining([...also]));
  expect(found.verdict).toBe(verdict);
});
