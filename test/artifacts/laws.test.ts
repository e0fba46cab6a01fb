/**
 * What no text may do, however it was cut, wrapped, shuffled or spoilt on its way: throw, hang, or look healthier than what it
 * was cut from. A probe or rule that stumbles is seen as `probe-crashed` or `rule-crashed`; a hang runs into its test's time limit.
 */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose, type Diagnosis } from '../../src/engine/diagnose.ts';
import { survey } from '../../src/engine/survey.ts';
import { cuts, flipped, rearranged } from './mutations.ts';

const OUTPUTS = 'test/outputs';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Judged = Pick<Diagnosis, 'verdict'> & { readonly errors: readonly string[]; readonly stumbled: readonly string[] };

async function judged(...pieces: readonly Piece[]): Promise<Judged> {
  const machine = observerOf(pieces);
  const seen = await survey(machine, defaultProfile, { skipMedia: true });
  const { verdict, verdicts, findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', { origin: 'recorded' });
  const probes = Object.entries(seen.facts).flatMap(([key, fact]) =>
    !fact.known && fact.ignorance.kind === 'probe-crashed' ? [`${key}: ${fact.ignorance.message}`] : [],
  );
  const rules = verdicts.flatMap((one) =>
    one.verdict.kind === 'rule-crashed' ? [`${one.id}: ${one.verdict.message}`] : [],
  );
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  return { verdict, errors, stumbled: [...probes, ...rules] };
}

const textsIn = (folder: string): readonly Piece[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.startsWith('README'))
    .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(`${folder}/${name}`) }));

const verdictOf = (folder: string): string | null =>
  existsSync(`${folder}/expected.json`)
    ? (JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as { verdict: string }).verdict
    : null;

/** Tickets as one piece each: what was pasted, one after the other. */
const tickets = readdirSync(`${OUTPUTS}/tickets`).map((name) => {
  const folder = `${OUTPUTS}/tickets/${name}`;
  const text = textsIn(folder)
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('\n\n');
  return { name, bytes: bytesOf(text), verdict: verdictOf(folder) };
});
const outputs = ['nvidia-smi', 'gridd', 'windows', 'messy-tickets'].flatMap((folder) => textsIn(`${OUTPUTS}/${folder}`));
const lspci = textsIn(`${OUTPUTS}/lspci`).filter((_, index) => index % 9 === 0);

const unlicensed = outputs.filter(({ bytes }) => /License Status\s*: Unlicensed/.test(new TextDecoder().decode(bytes)));
const broken = [...tickets.filter(({ verdict }) => verdict === 'broken'), ...unlicensed];
const healthy = [
  ...tickets.filter(({ verdict }) => verdict === 'ready'),
  ...outputs.filter(({ bytes }) => /License Status\s*: Licensed/.test(new TextDecoder().decode(bytes))),
];

describe.each([...tickets, ...outputs, ...lspci].map((one) => [one.name, one] as const))('%s', (_, { name, bytes }) => {
  test('is read without stumbling, whatever became of it', async () => {
    const mutations = [...cuts(bytes, 6), ...rearranged(bytes, bytes.length), ...flipped(bytes, bytes.length, 6)];
    for (const mutation of mutations)
      expect((await judged({ name, bytes: mutation.bytes })).stumbled, mutation.name).toEqual([]);
  });
});

describe.each(broken.map((one) => [one.name, one] as const))('a part of %s', (_, { name, bytes }) => {
  test('is never ready', async () => {
    for (const part of [...cuts(bytes, 24), ...rearranged(bytes, 7), ...flipped(bytes, 7, 8)])
      expect((await judged({ name, bytes: part.bytes })).verdict, part.name).not.toBe('ready');
  });
});

describe.each(healthy.map((one) => [one.name, one] as const))('a part of %s', (_, { name, bytes }) => {
  test('is never broken', async () => {
    for (const part of cuts(bytes, 24))
      expect((await judged({ name, bytes: part.bytes })).errors, part.name).toEqual([]);
  });
});

describe('any text', () => {
  /** Words and signs that the recognisers look for, in any order: more of it is taken for something than of letters at random. */
  const WORDS = outputs
    .concat(tickets)
    .flatMap(({ bytes }) => new TextDecoder().decode(bytes).split('\n'))
    .filter((line) => line.trim() !== '' && line.length < 200);

  test('made of lines of real ones is read without stumbling', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), async (lines) => {
        expect((await judged({ name: '-', bytes: bytesOf(lines.join('\n')) })).stumbled).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('or any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect((await judged({ name: '-', bytes })).stumbled).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  // Each repeats what some pattern can take in several ways: a pattern that tries them all does not end in time.
  test.each([
    ' ',
    '\t',
    '\n',
    ' \n',
    '0 ',
    'a',
    'a ',
    ' a',
    'a: ',
    '- ',
    '> ',
    '| ',
    '=',
    '0.',
    ', ',
    '[',
    '(',
    '"',
    '\\',
    '/',
    '00:00.0 ',
    'nvidia ',
    'NVRM: ',
    '[    1.0] ',
    '<gpu>',
    'GPU 0: ',
    '设备 ',
    'Error! ',
    'PCI\\VEN_10DE&',
    'Name : ',
    '2024-01-01 00:00:00 ',
  ])('of %j, a hundred thousand times in one line, is read in time', async (word) => {
    const bytes = bytesOf(`${word.repeat(Math.floor(100_000 / word.length))}\nx`);
    expect((await judged({ name: '-', bytes })).stumbled).toEqual([]);
  });
});
