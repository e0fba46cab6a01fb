import type { Fact } from '../domain/fact.ts';
import type { Judgement, Problem } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { FactKey, FactValues } from '../probes/facts.ts';

/** Besides the declared facts, every rule gets the GPUs as identified by the catalogue. */
export type RuleContext = { readonly gpus: readonly Gpu[]; readonly now: string };

/** What a rule is shown: the value of each fact it needs, and each it only wants, as known or unknown. */
export type Shown<Need extends FactKey, Want extends FactKey> = Pick<FactValues, Need> & {
  readonly [K in Want]: Fact<FactValues[K]>;
};

/** A pure function from facts to one judgement. Called only when every fact it needs is known; others become `inconclusive`. */
export interface Rule<Id extends string = string, Need extends FactKey = FactKey, Want extends FactKey = FactKey> {
  readonly id: Id;
  readonly needs: readonly Need[];
  readonly wants?: readonly Want[];
  judge(facts: Shown<Need, Want>, context: RuleContext): Judgement;
}

export const defineRule = <const Id extends string, const Need extends FactKey, const Want extends FactKey = never>(
  rule: Rule<Id, Need, Want>,
): Rule<Id, Need, Want> => rule;

export const healthy: Judgement = { kind: 'healthy' };
export const notApplicable = (because: string): Judgement => ({ kind: 'not-applicable', because });
export const problem = (details: Omit<Problem, 'kind'>): Judgement => ({ kind: 'problem', ...details });
