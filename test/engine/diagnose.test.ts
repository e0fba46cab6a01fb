import { describe, expect, it } from 'vitest';
import { healthy, problem, type Rule } from '../../src/diagnosis/rule.ts';
import { known, Unobservable } from '../../src/domain/fact.ts';
import type { Severity } from '../../src/domain/finding.ts';
import { diagnose, type DiagnoseOptions } from '../../src/engine/diagnose.ts';
import { examine } from '../../src/engine/examine.ts';
import { createGuest } from '../../src/simulated/guest.ts';
import { observerOf } from '../../src/simulated/ports.ts';
import type { Facts } from '../../src/probes/facts.ts';

const said = { key: 'x' };
const wrong = (severity: Severity, becauseOf: string[] = []) =>
  problem({ severity, detail: said, evidence: [], fix: { by: 'guest', steps: [] }, becauseOf });
const rule = (id: string, judge: Rule['judge'], needs: Rule['needs'] = []): Rule => ({ id, needs, judge });
const NOW = '2026-11-22T00:00:00Z';
const nothingKnown = () => examine(observerOf(createGuest(), 'empty'), []);

describe('examine', () => {
  it('asks only what it is asked to, and calls the rest not asked', async () => {
    const guest = createGuest();
    guest.files.write('/proc/sys/kernel/random/boot_id', 'abc\n');
    const facts = await examine(observerOf(guest, 'x'), ['boot']);
    expect(facts.boot).toEqual(known({ id: 'abc' }));
    expect(facts.os).toEqual({ known: false, ignorance: { kind: 'not-in-source', what: 'os' } });
  });

  it('turns what cannot be seen into ignorance, and a stumbling probe into a crashed one', async () => {
    const machine = observerOf(createGuest(), 'x');
    const denied = { kind: 'permission-denied', target: '/x' } as const;
    const blind = { ...machine, read: () => Promise.reject(new Unobservable(denied)) };
    expect((await examine(blind, ['boot'])).boot).toEqual({ known: false, ignorance: denied });
    const odd = { ...machine, read: () => Promise.reject(new TypeError('a bug')) };
    expect((await examine(odd, ['boot'])).boot).toEqual({
      known: false,
      ignorance: { kind: 'probe-crashed', message: 'a bug' },
    });
  });
});

describe('diagnose', () => {
  it('is inconclusive where a needed fact is unknown, and unknown as a whole', async () => {
    const result = diagnose(await nothingKnown(), [], NOW, { rules: [rule('a.b', () => healthy, ['os'])] });
    expect(result).toEqual({
      verdict: 'unknown',
      findings: [],
      verdicts: [{ id: 'a.b', verdict: { kind: 'inconclusive', missing: ['os'] } }],
    });
  });

  it('goes on past a rule that crashes', async () => {
    const crashes = rule('a.crash', () => {
      throw new Error('a bug');
    });
    const { verdicts, findings } = diagnose(await nothingKnown(), [], NOW, {
      rules: [crashes, rule('a.wrong', () => wrong('error'))],
    });
    expect(verdicts[0]?.verdict).toEqual({ kind: 'rule-crashed', message: 'a bug' });
    expect(findings.map(({ id }) => id)).toEqual(['a.wrong']);
  });

  it('puts a cause before what follows from it, and both before a lone warning', async () => {
    const rules = [
      rule('a.warning', () => wrong('warning')),
      rule('b.consequence', () => wrong('error', ['z.absent', 'c.cause'])),
      rule('c.cause', () => wrong('info')),
    ];
    const { findings, verdict } = diagnose(await nothingKnown(), [], NOW, { rules });
    expect(findings.map(({ id, becauseOf }) => [id, becauseOf])).toEqual([
      ['c.cause', null],
      ['b.consequence', 'c.cause'],
      ['a.warning', null],
    ]);
    expect(verdict).toBe('broken');
  });

  it('ends also where two findings name each other', async () => {
    const rules = [rule('a.a', () => wrong('error', ['b.b'])), rule('b.b', () => wrong('error', ['a.a']))];
    expect(diagnose(await nothingKnown(), [], NOW, { rules }).findings).toHaveLength(2);
  });

  it('calls ready only what was seen working', async () => {
    const facts = await nothingKnown();
    const log = (text: string): Facts => ({ ...facts, griddLog: known([{ time: null, text }]) });
    const verdictOf = (one: Facts) => diagnose(one, [], NOW, { rules: [] }).verdict;
    expect(verdictOf(log('License acquired successfully. (Info: x)'))).toBe('ready');
    expect(verdictOf(log('Acquiring license. (Info: x)'))).toBe('unknown');
    expect(verdictOf(facts)).toBe('unknown');
  });

  it('promises no step on a platform that has none, nor one for which nothing is at hand', async () => {
    const rules = [rule('cuda.missing', () => wrong('warning')), rule('driver.missing', () => wrong('error'))];
    const curedBy = async (options: DiagnoseOptions) =>
      diagnose(await nothingKnown(), [], NOW, { rules, ...options }).findings.map(({ id, curedBy }) => [id, curedBy]);
    expect(await curedBy({})).toEqual([
      ['driver.missing', ['driver.install']],
      ['cuda.missing', ['cuda.install']],
    ]);
    expect(await curedBy({ notAtHand: ['cuda.install'] })).toContainEqual(['cuda.missing', []]);
    expect(await curedBy({ platform: 'windows' })).toContainEqual(['driver.missing', ['driver.install']]);
    const ofLinux = [rule('driver.nouveau-bound', () => wrong('error'))];
    expect(await curedBy({ rules: ofLinux })).toEqual([['driver.nouveau-bound', ['nouveau.disable']]]);
    expect(await curedBy({ rules: ofLinux, platform: 'windows' })).toEqual([['driver.nouveau-bound', []]]);
  });
});
