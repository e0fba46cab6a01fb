/** A diagnosis as it is told: the cause first, what follows from it beneath, in sentences. Every form of the report is made of this. */
import type { Diagnosis, FindingDocument } from '../contract/documents/diagnosis.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { causeTree, type Caused } from './cause-tree.ts';
import { forwardedIn, type Forwarded } from './forwarded.ts';
import { guestRows, type GuestRow } from './guest-rows.ts';
import { unreadSentence } from './unread-groups.ts';

/** What was looked at: it decides how the program is called to mend it. */
export type LookedAt = { readonly kind: 'live' | 'simulated' | 'recorded'; readonly name: string };

export type ToldStep = { readonly text: string; readonly forward: Forwarded | null };
export type ToldFinding = {
  readonly id: string;
  readonly severity: FindingDocument['severity'];
  /** "Error", "Warning", "Note". */
  readonly weight: string;
  readonly title: string;
  readonly detail: string;
  readonly evidence: FindingDocument['evidence'];
  /** Who mends it; null where nothing is to be mended. */
  readonly who: string | null;
  readonly steps: readonly ToldStep[];
  /** Which command of ours mends it. */
  readonly cure: string | null;
  readonly consequences: readonly ToldFinding[];
};
export type ToldDiagnosis = {
  readonly verdict: Diagnosis['verdict'];
  readonly sentence: string;
  /** What to mend first; null where nothing is broken. */
  readonly first: string | null;
  /** Why there is no licence, in one sentence. */
  readonly cause: string | null;
  readonly causes: readonly ToldFinding[];
  readonly notes: readonly ToldFinding[];
  readonly next: string | null;
  readonly unread: string | null;
  readonly guest: readonly GuestRow[];
  readonly simulated: boolean;
};

const SUDO: Record<LookedAt['kind'], string> = { live: 'sudo ', recorded: 'sudo ', simulated: '' };

const called = ({ kind, name }: LookedAt, command: string, rest = ''): string =>
  `${command === 'apply' ? SUDO[kind] : ''}gpu-guest ${command}${kind === 'simulated' ? ` ${name}` : ''}${rest}`;

/** The plan is led to once, at the end. */
const stepsOf = ({ fix }: FindingDocument, translate: Translate): readonly ToldStep[] => {
  const plan = translate(say('finding.fix.plan-and-apply'));
  return fix.steps
    .filter((step) => !fix.automatic || step !== plan)
    .map((text) => ({ text, forward: forwardedIn(text) }));
};

function told({ finding, consequences }: Caused, looked: LookedAt, translate: Translate): ToldFinding {
  const { id, severity, title, detail, evidence, fix } = finding;
  const apply = called(looked, 'apply', ` --steps ${fix.applySteps.join(',')}`);
  return {
    id,
    severity,
    weight: translate(say(`cli.severity.${severity}`)),
    title,
    detail,
    evidence,
    who: severity === 'info' ? null : translate(say(`cli.fix-by.${fix.by}`)),
    steps: stepsOf(finding, translate),
    cure: fix.applySteps.length === 0 ? null : translate(say('report.cure', { apply })),
    consequences: consequences.map((one) => told(one, looked, translate)),
  };
}

/** A finding alone, apart from what it follows from and what follows from it. */
export const toldFinding = (finding: FindingDocument, translate: Translate): ToldFinding =>
  told({ finding, consequences: [] }, { kind: 'live', name: '' }, translate);

const NEXT = {
  live: 'report.next',
  simulated: 'report.next-simulated',
  recorded: 'report.next-recorded',
} as const;

function nextOf({ findings }: Diagnosis, looked: LookedAt, translate: Translate): string | null {
  if (!findings.some(({ fix }) => fix.applySteps.length > 0)) return null;
  const commands = { plan: called(looked, 'plan'), apply: called(looked, 'apply') };
  return translate(say(NEXT[looked.kind], commands));
}

export function toldDiagnosis(document: Diagnosis, looked: LookedAt, translate: Translate): ToldDiagnosis {
  const all = causeTree(document.findings).map((one) => told(one, looked, translate));
  const causes = all.filter(({ severity, consequences }) => severity !== 'info' || consequences.length > 0);
  const [first] = causes;
  return {
    verdict: document.verdict,
    sentence: translate(say(`cli.verdict.${document.verdict}`)),
    first: first && document.verdict === 'broken' ? translate(say('report.mend-first', { title: first.title })) : null,
    cause: document.cause,
    causes,
    notes: all.filter((one) => !causes.includes(one)),
    next: nextOf(document, looked, translate),
    unread: unreadSentence(document.unread, translate),
    guest: guestRows(document.detection, translate),
    simulated: document.detection.guest.simulated,
  };
}
