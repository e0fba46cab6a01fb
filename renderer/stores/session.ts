/** What a user interface knows: what the engine said, and what the user chose. Which screen is shown follows from it. */
import type { Api, Fault } from '../../src/contract/contract.ts';
import type { Choices } from '../../src/contract/choices.ts';
import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import type { PlanDocument } from '../../src/contract/documents/plan.ts';
import type { RunsDocument } from '../../src/contract/documents/run.ts';
import type { Verification } from '../../src/contract/documents/verification.ts';
import type { About, Followed, ReadingMedia, Seen } from '../../src/contract/questions.ts';

export type Language = 'en' | 'zh-CN' | 'ja';
export type Question = { readonly key: string; readonly question: string; readonly state: 'asked' | 'answered' | 'unknown' };
export type ReadMedia = Extract<ReadingMedia, { kind: 'read' }>;

/** An answer on its way. */
export type Asked<T> =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly fault: Fault };

export type Look = {
  readonly questions: readonly Question[];
  readonly seen: Asked<Seen>;
};

export type Media = {
  readonly progress: { readonly file: string; readonly doneBytes: number; readonly totalBytes: number } | null;
  readonly read: Asked<ReadMedia>;
};

export type Run = {
  readonly run: string;
  readonly undoing: boolean;
  /** False: it was found at work (a window that was closed, another program, the time after a reboot). */
  readonly begunHere: boolean;
  /** The steps that were agreed to, or are to be taken back; null: not known here (another window began it). */
  readonly steps: readonly string[] | null;
  /** Agreed to: it reboots where it has to, and goes on. */
  readonly reboots: boolean;
  readonly lines: readonly Followed[];
  /** When the newest line came, in ms of this window's clock; at first, when listening began. */
  readonly heardAt: number;
  /** Null: no line is missed. Otherwise why none comes at the moment. */
  readonly disconnected: string | null;
  readonly cancelling: boolean;
};

export type Act = 'cancel' | 'resume' | 'undo' | 'follow';
/** What was asked of a run and is not done; it is said where it was asked. */
export type Refusal = { readonly act: Act; readonly run: string; readonly fault: Fault };

/** A capture, a bug report or a pasted text that was opened to be judged. */
export type Judged = {
  readonly name: string;
  /** What was opened: a report of it is made from it again. */
  readonly base64: string;
  readonly answer: Asked<Diagnosis>;
};

/** How far the user went; the run and its end have the last word. */
export type Way = 'machine' | 'goal' | 'plan';
export type Visit = 'diagnose' | 'history' | 'about';

export type Session = {
  readonly lang: Language;
  readonly about: Asked<About>;
  readonly machine: string;
  readonly look: Look;
  readonly choices: Choices;
  readonly media: Media;
  readonly plan: Asked<PlanDocument>;
  /** Why what was agreed to was not begun. `replanned`: the machine has changed, and the plan is another that has to be read again. */
  readonly planNote: { readonly kind: 'replanned' } | { readonly kind: 'not-begun'; readonly fault: Fault } | null;
  readonly run: Run | null;
  /** Asked and not yet begun: an administrator's password may be waited for. */
  readonly starting: 'apply' | 'resume' | 'undo' | null;
  readonly refusal: Refusal | null;
  readonly judged: Judged | null;
  readonly checks: Asked<Verification>;
  readonly runs: Asked<RunsDocument>;
  readonly way: Way;
  readonly visit: Visit | null;
  /** Why this browser may not have the wizard; null: it may. */
  readonly turnedAway: string | null;
};

export const unasked = { kind: 'unasked' } as const;
export const asking = { kind: 'asking' } as const;
export const answered = <T>(value: T) => ({ kind: 'answered', value }) as const;
export const refused = (fault: Fault) => ({ kind: 'refused', fault }) as const;

export const freshLook: Look = { questions: [], seen: unasked };
export const freshMedia: Media = { progress: null, read: unasked };

/** `media`: the folder that the program looks into where nobody names another. */
const freshChoices = (media: string): Choices => ({
  goal: 'auto',
  media,
  driver: { kind: 'auto', version: 'auto', kernelModule: 'auto' },
  license: { featureType: 'auto', token: 'auto' },
  cuda: { toolkit: 'auto' },
});

/** What belongs to one machine, and is begun anew with another. */
export const freshMachine = (media: string) => ({
  look: freshLook,
  choices: freshChoices(media),
  media: freshMedia,
  plan: unasked,
  planNote: null,
  run: null,
  starting: null,
  refusal: null,
  checks: unasked,
  runs: unasked,
  way: 'machine',
} as const satisfies Partial<Session>);

export const freshSession = (lang: Language): Session => ({
  lang,
  about: unasked,
  machine: 'this',
  // Until the program has said where it looks, nothing is chosen and nothing shown.
  ...freshMachine('/'),
  visit: null,
  judged: null,
  turnedAway: null,
});

export const nothingToStop = (): void => undefined;

/** How the acts of a store change it and ask. */
export type Desk = {
  readonly api: Api;
  readonly get: () => Session;
  readonly set: (change: Partial<Session>) => void;
};
