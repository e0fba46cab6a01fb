import type { Message } from './message.ts';

export type Severity = 'error' | 'warning' | 'info';
export type FixBy = 'guest' | 'host-admin' | 'license-admin' | 'vendor';

/** The very line that shows it, and where it stands. */
export type Evidence = { readonly source: string; readonly text: string };

export type Fix = {
  readonly by: FixBy;
  readonly steps: readonly Message[];
  /** What is found here no step of ours may mend, or not all of it, whatever a step cures elsewhere. */
  readonly byHand?: true;
};

export type Problem = {
  readonly kind: 'problem';
  readonly severity: Severity;
  /** What is, and what follows from it. */
  readonly detail: Message;
  readonly evidence: readonly Evidence[];
  readonly fix: Fix;
  /** The finding ids of which this one is only the consequence, where they are found too; the first that is found is named. */
  readonly becauseOf?: readonly string[];
};

/** What a rule may say. */
export type Judgement =
  { readonly kind: 'healthy' } | { readonly kind: 'not-applicable'; readonly because: string } | Problem;

/** What the engine says on a rule's behalf. No rule can produce the last two. */
export type Verdict =
  | Judgement
  | { readonly kind: 'inconclusive'; readonly missing: readonly string[] }
  | { readonly kind: 'rule-crashed'; readonly message: string };

export type RuleVerdict = { readonly id: string; readonly verdict: Verdict };

/** A problem with its place: contract section 2, `gpu-guest/diagnosis@1`, before it is put into words. */
export type Finding = Omit<Problem, 'kind' | 'becauseOf'> & {
  readonly id: string;
  readonly title: Message;
  readonly becauseOf: string | null;
  /** Ids of our steps that cure it, in the order of the plan; [] where others have to act. */
  readonly curedBy: readonly string[];
};
