/** Siblings of the real tickets, which stand in siblings.yaml. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { survey } from '../../src/engine/survey.ts';

type Sibling = {
  readonly story: string;
  readonly text: string;
  /** Null: no error. */
  readonly first: string | null;
  readonly verdict: 'ready' | 'attention' | 'broken' | 'unknown';
};

const siblings = parse(readFileSync('test/diagnosis/siblings.yaml', 'utf8')) as readonly Sibling[];

describe('a sibling of a ticket', () => {
  it.each(siblings)('$story', async ({ text, first, verdict }) => {
    const pieces = [{ name: 'ticket.txt', bytes: new TextEncoder().encode(text) }];
    const { facts, gpus, now } = await survey(observerOf(pieces), defaultProfile);
    const diagnosis = diagnose(facts, gpus, now ?? '2026-11-22T00:00:00Z', { origin: 'recorded' });
    const errors = diagnosis.findings.filter(({ severity }) => severity === 'error');
    expect({
      first: errors[0]?.id ?? null,
      lone: errors.filter(({ becauseOf }) => becauseOf === null).length < 2,
      verdict: diagnosis.verdict,
      all: errors.map(({ id }) => id),
    }).toEqual({ first, lone: true, verdict, all: errors.map(({ id }) => id) });
  });
});
