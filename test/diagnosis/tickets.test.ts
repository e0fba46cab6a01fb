import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose, type Diagnosis } from '../../src/engine/diagnose.ts';
import { survey } from '../../src/engine/survey.ts';

type Expected = { readonly first: string | null; readonly mustInclude: readonly string[]; readonly verdict: string };

const TICKETS = 'test/outputs/tickets';
const GRIDD = 'test/outputs/gridd';
const SMI = 'test/outputs/nvidia-smi';

const piecesOf = (folder: string, names: readonly string[]): readonly Piece[] =>
  names.map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));

async function diagnosisOf(pieces: readonly Piece[]): Promise<Diagnosis> {
  const { facts, gpus, now } = await survey(observerOf(pieces), defaultProfile);
  return diagnose(facts, gpus, now ?? '2026-11-22T00:00:00Z', { origin: 'recorded' });
}

describe('a real ticket', () => {
  it.each(readdirSync(TICKETS))('%s names its cause first', async (folder) => {
    const names = readdirSync(`${TICKETS}/${folder}`).filter((name) => name.endsWith('.txt'));
    const expected = JSON.parse(readFileSync(`${TICKETS}/${folder}/expected.json`, 'utf8')) as Expected;
    const { verdict, findings } = await diagnosisOf(piecesOf(`${TICKETS}/${folder}`, names));
    expect(findings[0]?.id ?? null).toBe(expected.first);
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining([...expected.mustInclude]));
    expect(verdict).toBe(expected.verdict);
  });

  it.each(readdirSync(TICKETS))('%s shows lines that stand in it', async (folder) => {
    const names = readdirSync(`${TICKETS}/${folder}`).filter((name) => name.endsWith('.txt'));
    const pieces = piecesOf(`${TICKETS}/${folder}`, names);
    const whole = pieces.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    const { findings } = await diagnosisOf(pieces);
    const shown = findings.flatMap(({ evidence }) => evidence);
    const logged = shown.filter(({ source }) => source === 'dmesg' || source === 'journal nvidia-gridd');
    expect(logged.filter(({ text }) => !whole.includes(text))).toEqual([]);
    if (findings.length > 0) expect(shown).not.toEqual([]);
  });
});

describe('a healthy journal', () => {
  const expected = JSON.parse(readFileSync(`${GRIDD}/expected.json`, 'utf8')) as Record<string, { verdict: string }>;
  it.each(Object.entries(expected))('%s gives no error', async (name, { verdict }) => {
    const found = await diagnosisOf(piecesOf(GRIDD, [name]));
    expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.verdict).toBe(verdict);
  });
});

describe('nvidia-smi of a working guest', () => {
  const healthy = readdirSync(SMI).filter((name) => name.endsWith('.txt') && !/unlicensed|host-/.test(name));
  it.each(healthy)('%s gives no error', async (name) => {
    const { findings } = await diagnosisOf(piecesOf(SMI, [name]));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
