/**
 * Tickets as many people write them, each judged by hand before it was read: distributions, languages, mail quotes, tables, logs of
 * every stamp. Written after public issues and the tools' own outputs; no name, serial or address in them is anybody's.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { judgingOf, survey } from '../../src/engine/survey.ts';

const FOLDER = 'test/outputs/written-tickets';
/** `first`: what is to be mended first; `also`: what else may be found, errors and warnings alike; anything more is a false finding. */
type Expected = { readonly first: string | null; readonly also?: readonly string[]; readonly verdict: string };
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, Expected>;

test.each(Object.entries(expected))('%s is judged as it was by hand', async (name, { first, also = [], verdict }) => {
  const seen = await survey(observerOf([{ name, bytes: readFileSync(`${FOLDER}/${name}`) }]), defaultProfile, {
    skipMedia: true,
  });
  const found = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const ids = found.findings.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
  expect({
    first: ids[0] ?? null,
    false: ids.slice(1).filter((id) => !also.includes(id)),
    verdict: found.verdict,
  }).toEqual({
    first,
    false: [],
    verdict,
  });
});
