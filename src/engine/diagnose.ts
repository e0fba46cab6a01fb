import { onWindows, titleOnWindows } from '../diagnosis/on-windows.ts';
import { rules as allRules } from '../diagnosis/index.ts';
import type { Rule, RuleContext } from '../diagnosis/rule.ts';
import type { Finding, Problem, RuleVerdict, Verdict } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Origin, Platform } from '../domain/machine.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { STEP_ORDER } from '../planning/order.ts';
import { steps } from '../steps/index.ts';
import type { Step } from '../steps/step.ts';
import { orderByCause } from './order-by-cause.ts';
import { verdictOf, type GuestVerdict } from './verdict.ts';

export type Diagnosis = {
  readonly verdict: GuestVerdict;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly RuleVerdict[];
};

/** Exactly what the rule or step declared: values of its needs, facts of its wants. `missing`: its needs that are unknown. */
export function shownTo(
  { needs, wants = [] }: { readonly needs: readonly FactKey[]; readonly wants?: readonly FactKey[] },
  facts: Facts,
): { readonly shown: Record<string, unknown>; readonly missing: readonly FactKey[] } {
  const missing = needs.filter((key) => !facts[key].known);
  const values = needs.map((key): [string, unknown] => {
    const fact = facts[key];
    return [key, fact.known ? fact.value : undefined];
  });
  return {
    shown: Object.fromEntries([...values, ...wants.map((key): [string, unknown] => [key, facts[key]])]),
    missing,
  };
}

function judge(rule: Rule, facts: Facts, context: RuleContext): Verdict {
  const { shown, missing } = shownTo(rule, facts);
  if (missing.length > 0) return { kind: 'inconclusive', missing };
  try {
    return rule.judge(shown as Parameters<Rule['judge']>[0], context);
  } catch (error) {
    // The seam of this rule: a bug in one must not silence the others.
    return { kind: 'rule-crashed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** One id may stand for two steps, on Linux and on Windows. */
const stepsThatCure = (id: string, rule: string): readonly Step[] =>
  (steps as readonly Step[]).filter((step) => step.id === id && (step.cures as readonly string[]).includes(rule));

/** By the step that cures it; what no step cures comes after what one does. */
function placeOf(id: string): number {
  const place = STEP_ORDER.findIndex((step) => stepsThatCure(step, id).length > 0);
  return place === -1 ? STEP_ORDER.length : place;
}

type Guest = { readonly platform: Platform; readonly notAtHand: readonly string[] };

/** Nothing is promised that the plan of this guest would not do. */
const canCure = (step: string, rule: string, { platform, notAtHand }: Guest): boolean =>
  stepsThatCure(step, rule).some(({ on }) => on.includes(platform)) && !notAtHand.includes(step);

function findingOf(
  id: string,
  { severity, becauseOf = [], ...told }: Problem,
  found: ReadonlySet<string>,
  guest: Guest,
): Finding {
  const { detail, evidence, fix } = guest.platform === 'windows' ? onWindows(told) : told;
  const curedBy = STEP_ORDER.filter((step) => canCure(step, id, guest));
  return {
    id,
    severity,
    title: guest.platform === 'windows' ? titleOnWindows(id) : { key: `finding.${id}.title` },
    detail,
    evidence,
    fix,
    becauseOf: becauseOf.find((cause) => cause !== id && found.has(cause)) ?? null,
    curedBy: fix.by === 'guest' && fix.byHand !== true ? curedBy : [],
  };
}

export type DiagnoseOptions = {
  /** Where the facts come from; default: a live machine. */
  readonly origin?: Origin['kind'];
  /** Default: linux. */
  readonly platform?: Platform;
  /** Ids of steps for which no medium was found, or none looked for: they cure nothing. */
  readonly notAtHand?: readonly string[];
  readonly rules?: readonly Rule[];
};

/**
 * Asks every rule. A rule of which a needed fact is unknown is `inconclusive`, one that throws is `rule-crashed`: neither is healthy.
 * Findings stand in the order in which they are to be mended. `now`: ISO 8601, the source's own time.
 */
export function diagnose(
  facts: Facts,
  gpus: readonly Gpu[],
  now: string,
  { origin = 'live', rules = allRules, platform = 'linux', notAtHand = [] }: DiagnoseOptions = {},
): Diagnosis {
  const context: RuleContext = { gpus, now, origin };
  const verdicts = rules.map((rule): RuleVerdict => ({ id: rule.id, verdict: judge(rule, facts, context) }));
  const problems = verdicts.flatMap(({ id, verdict }) => (verdict.kind === 'problem' ? [{ id, verdict }] : []));
  const found = new Set(problems.map(({ id }) => id));
  const findings = orderByCause(
    problems.map(({ id, verdict }) => findingOf(id, verdict, found, { platform, notAtHand })),
    placeOf,
  );
  return { verdict: verdictOf(findings, facts, gpus), findings, verdicts };
}
