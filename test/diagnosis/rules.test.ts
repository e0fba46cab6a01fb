import { readdirSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules as registry } from '../../src/diagnosis/index.ts';
import type { Rule } from '../../src/diagnosis/rule.ts';
import type { Problem, Verdict } from '../../src/domain/finding.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import type { Message } from '../../src/domain/message.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import type { FactKey, Facts } from '../../src/probes/facts.ts';
import { probes } from '../../src/probes/index.ts';
import { en } from '../../src/words/en/index.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { anyFacts } from './any-facts.ts';
import { anyGpu } from './any-gpu.ts';

const rules = registry as readonly Rule[];
const words: Readonly<Record<string, string>> = en;
const FOLDER = 'src/diagnosis/rules';
const NOW = '2026-11-22T07:30:00Z';
const RUNS = 400;

const someGpus: fc.Arbitrary<readonly Gpu[]> = fc.array(anyGpu, { maxLength: 2 });

const verdictsOf = (facts: Facts, gpus: readonly Gpu[]): ReadonlyMap<string, Verdict> =>
  new Map(diagnose(facts, gpus, NOW).verdicts.map(({ id, verdict }) => [id, verdict]));

const holesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole ?? '');

/** Keys without words, and holes that nothing fills, in a message and the messages in it. */
function faultsOf({ key, values = {} }: Message): readonly string[] {
  const text = words[key];
  if (text === undefined) return [`no words: ${key}`];
  const open = holesOf(text).filter((hole) => values[hole] === undefined);
  const inner = Object.values(values).filter((value): value is Message => typeof value === 'object');
  return [...open.map((hole) => `${key}: {${hole}}`), ...inner.flatMap(faultsOf)];
}

const messagesOf = ({ detail, fix }: Problem): readonly Message[] => [detail, ...fix.steps];

describe('the registry of rules', () => {
  it('has each rule where its id says', () => {
    const files = readdirSync(FOLDER)
      .filter((name) => statSync(`${FOLDER}/${name}`).isDirectory())
      .flatMap((family) => readdirSync(`${FOLDER}/${family}`).map((file) => `${family}.${file.replace(/\.ts$/, '')}`));
    expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('has a title for each rule', () => {
    expect(rules.filter(({ id }) => words[`finding.${id}.title`] === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('has no sentence of a finding that no rule can say', () => {
    const ids = rules.map(({ id }) => id);
    const owned = Object.keys(words).filter((key) => /^finding\.[a-z]+\.[a-z-]+\.(title|detail)/.test(key));
    expect(owned.filter((key) => !ids.includes(key.split('.').slice(1, 3).join('.')))).toEqual([]);
  });
});

describe('whatever the facts', () => {
  it('no rule throws, and what it says has words for all of it', () => {
    fc.assert(
      fc.property(anyFacts, someGpus, (facts, gpus) => {
        for (const [id, verdict] of verdictsOf(facts, gpus)) {
          expect(verdict.kind, id).not.toBe('rule-crashed');
          if (verdict.kind !== 'problem') continue;
          expect(messagesOf(verdict).flatMap(faultsOf), id).toEqual([]);
          expect(verdict.evidence, id).not.toEqual([]);
          expect(verdict.fix.steps, id).not.toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('a fact that becomes unknown never makes a problem healthy', () => {
    fc.assert(
      fc.property(anyFacts, someGpus, fc.constantFrom(...probes.map(({ key }): FactKey => key)), (facts, gpus, key) => {
        const before = verdictsOf(facts, gpus);
        const after = verdictsOf({ ...facts, [key]: UNKNOWN }, gpus);
        for (const [id, verdict] of before)
          if (verdict.kind === 'problem')
            expect(['problem', 'inconclusive'], `${id} without ${key}`).toContain(after.get(id)?.kind);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('where nothing is known, no rule is healthy and none finds anything', () => {
    const nothing = Object.fromEntries(probes.map(({ key }) => [key, UNKNOWN])) as unknown as Facts;
    const kinds = [...verdictsOf(nothing, []).entries()].filter(([, { kind }]) => kind !== 'inconclusive');
    expect(kinds).toEqual([]);
  });
});
