import type { Fact } from '../domain/fact.ts';
import type { Judgement, Problem, Verdict } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Origin } from '../domain/machine.ts';
import type { FactKey, FactValues } from '../probes/facts.ts';

/** Besides the declared facts, every rule gets the GPUs as identified by the catalogue. `origin` left out: a live machine. */
export type RuleContext = {
  readonly gpus: readonly Gpu[];
  /** ISO 8601, the source's own time. */
  readonly now: string;
  readonly origin?: Origin['kind'];
};

/** What a rule says where facts that it only wants are unknown and could have changed its answer. */
export type Inconclusive = Extract<Verdict, { readonly kind: 'inconclusive' }>;

/** What a rule is shown: the value of each fact it needs, and each it only wants, as known or unknown. */
export type Shown<Need extends FactKey, Want extends FactKey> = Pick<FactValues, Need> & {
  readonly [K in Want]: Fact<FactValues[K]>;
};

/** A pure function from facts to one judgement. Called only when every fact it needs is known; others become `inconclusive`. */
export interface Rule<Id extends string = string, Need extends FactKey = FactKey, Want extends FactKey = FactKey> {
  readonly id: Id;
  readonly needs: readonly Need[];
  readonly wants?: readonly Want[];
  judge(facts: Shown<Need, Want>, context: RuleContext): Judgement | Inconclusive;
}

export const defineRule = <const Id extends string, const Need extends FactKey, const Want extends FactKey = never>(
  rule: Rule<Id, Need, Want>,
): Rule<Id, Need, Want> => rule;

export const healthy: Judgement = { kind: 'healthy' };
export const notApplicable = (because: string): Judgement => ({ kind: 'not-applicable', because });
export const problem = (details: Omit<Problem, 'kind'>): Judgement => ({ kind: 'problem', ...details });

/** Healthy where all of these are known; else inconclusive, naming those that are not. Give every fact that could have shown the problem. */
export function healthyIfKnown(facts: Readonly<Partial<Record<FactKey, Fact<unknown>>>>): Judgement | Inconclusive {
  const missing = Object.entries(facts).flatMap(([key, fact]) => (fact.known ? [] : [key]));
  return missing.length === 0 ? healthy : { kind: 'inconclusive', missing };
}
