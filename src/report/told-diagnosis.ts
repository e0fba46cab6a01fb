/** A diagnosis as it is told: the cause first, what follows from it beneath, in sentences. Every form of the report is made of this. */
import type { Diagnosis, FindingDocument } from '../contract/documents/diagnosis.ts';
import type { Platform } from '../domain/machine.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { causeTree, type Caused } from './cause-tree.ts';
import { forwardedIn, type Forwarded } from './forwarded.ts';
import { guestRows, type GuestRow } from './guest-rows.ts';
import { unreadSentence } from './unread-groups.ts';

/** What was looked at: it decides how the program is called to mend it. */
export type LookedAt = { readonly kind: 'live' | 'simulated' | 'recorded'; readonly name: string };
type Looked = LookedAt & { readonly platform: Platform };

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

/** Windows has no sudo that is there everywhere: what needs an administrator is started in a window of one's. */
const needsSudo = ({ kind, platform }: Looked, command: string): boolean =>
  command === 'apply' && kind !== 'simulated' && platform === 'linux';

const called = (looked: Looked, command: string, rest = ''): string => {
  const { kind, name } = looked;
  return `${needsSudo(looked, command) ? 'sudo ' : ''}gpu-guest ${command}${kind === 'simulated' ? ` ${name}` : ''}${rest}`;
};

/** The plan is led to once, at the end. */
const stepsOf = ({ fix }: FindingDocument, translate: Translate): readonly ToldStep[] => {
  const plan = translate(say('finding.fix.plan-and-apply'));
  return fix.steps
    .filter((step) => !fix.automatic || step !== plan)
    .map((text) => ({ text, forward: forwardedIn(text) }));
};

function told({ finding, consequences }: Caused, looked: Looked, translate: Translate): ToldFinding {
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
  told({ finding, consequences: [] }, { kind: 'live', name: '', platform: 'linux' }, translate);

const NEXT = {
  live: 'report.next',
  simulated: 'report.next-simulated',
  recorded: 'report.next-recorded',
} as const;

function nextOf({ findings }: Diagnosis, looked: Looked, translate: Translate): string | null {
  if (!findings.some(({ fix }) => fix.applySteps.length > 0)) return null;
  const commands = { plan: called(looked, 'plan'), apply: called(looked, 'apply') };
  return translate(say(NEXT[looked.kind], commands));
}

export function toldDiagnosis(document: Diagnosis, at: LookedAt, translate: Translate): ToldDiagnosis {
  const looked = { ...at, platform: document.detection.guest.platform ?? 'linux' };
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
    unread: unreadSentence(document.unread, translate, looked.platform),
    guest: guestRows(document.detection, translate),
    simulated: document.detection.guest.simulated,
  };
}
