/** What is shown, as functions of what is known. */
import type { Detection } from '../../src/contract/documents/detection.ts';
import type { FindingDocument } from '../../src/contract/documents/diagnosis.ts';
import type { PlanDocument } from '../../src/contract/documents/plan.ts';
import type { RunsDocument } from '../../src/contract/documents/run.ts';
import type { SpanOf } from './progress.ts';
import type { Run, Session } from './session.ts';

export type Screen = 'opening' | 'turned-away' | 'machine' | 'goal' | 'plan' | 'run' | 'done' | 'diagnose' | 'history' | 'about';

export type RunStage = 'working' | 'waits-for-reboot' | 'done' | 'cancelled' | 'failed';

const TURNS: readonly string[] = ['run-started', 'reboot-needed', 'run-done', 'run-failed'];

export function runStage({ lines }: Pick<Run, 'lines'>): RunStage {
  const last = lines.findLast(({ event }) => TURNS.includes(event));
  if (last?.event === 'reboot-needed') return 'waits-for-reboot';
  // A run that is gone on with or taken back stands on the same page: its old end is none any more.
  if (last?.ended !== true) return 'working';
  if (last.event === 'run-done') return 'done';
  if (last.event === 'run-failed') return last.cancelled === true ? 'cancelled' : 'failed';
  return 'working';
}

export function screenOfWay({ run, way }: Session): Screen {
  if (run === null) return way;
  return runStage(run) === 'done' ? 'done' : 'run';
}

export function screenOf(session: Session): Screen {
  if (session.turnedAway !== null) return 'turned-away';
  if (session.about.kind !== 'answered') return 'opening';
  return session.visit ?? screenOfWay(session);
}

export const isSimulated = ({ machine }: Pick<Session, 'machine'>): boolean => machine.startsWith('sim:');

/** Windows asks its user before the plan is made, and its question is easily overlooked; null: nobody is asked. */
export const asksBeforePlan = ({ about, machine }: Pick<Session, 'about' | 'machine'>): string | null =>
  machine === 'this' && about.kind === 'answered' && about.value.elevation.kind === 'uac' ? about.value.elevation.sentence : null;

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What is not fine stands first; consequences follow their causes, as the engine ordered them. */
export const byWeight = (findings: readonly FindingDocument[]): readonly FindingDocument[] =>
  [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);

/** Findings that are not the consequence of another one that was found too. */
export const rootsOf = (findings: readonly FindingDocument[]): readonly FindingDocument[] =>
  findings.filter(({ becauseOf }) => becauseOf === null || !findings.some(({ id }) => id === becauseOf));

export const consequencesOf = (cause: FindingDocument, findings: readonly FindingDocument[]): readonly FindingDocument[] =>
  findings.filter(({ becauseOf, id }) => becauseOf === cause.id && id !== cause.id);

/** Sentences for the steps' ids: of the program, else of the plan; an id stands for itself where neither is known. */
export function stepTitles({ about, plan }: Pick<Session, 'about' | 'plan'>): (step: string) => string {
  const known = about.kind === 'answered' ? (about.value.steps ?? []) : [];
  const planned = plan.kind === 'answered' ? plan.value.steps : [];
  const titles = new Map([...planned, ...known].map(({ id, title }) => [id, title]));
  return (step) => titles.get(step) ?? step;
}

/** Every step there is, in the order in which they are done. */
export function stepOrder({ about, plan }: Pick<Session, 'about' | 'plan'>): readonly string[] {
  const known = about.kind === 'answered' ? about.value.steps : undefined;
  return (known ?? (plan.kind === 'answered' ? plan.value.steps : [])).map(({ id }) => id);
}

/** Of which order a step's time is. A simulated guest takes no time worth naming. */
export function stepSpans(session: Pick<Session, 'about' | 'machine'>): SpanOf {
  const { about } = session;
  if (about.kind !== 'answered' || isSimulated(session)) return () => null;
  const spans = new Map((about.value.steps ?? []).map(({ id, takes = null }) => [id, takes]));
  return (step) => spans.get(step) ?? null;
}

/** The steps that taking a run back undoes, newest first. */
export const undoneBy = ({ runs }: Pick<Session, 'runs'>, run: string): readonly string[] =>
  (runs.kind === 'answered' ? runs.value.runs.find((one) => one.run === run)?.wouldUndo : undefined) ?? [];

type PastRun = RunsDocument['runs'][number];
export type AfterUndo = { readonly rebootDue: boolean; /** The newest that still stands. */ readonly next: PastRun | null; /** Besides. */ readonly more: number };

/** What the machine's runs tell once that one was taken back; nothing as long as it is not known to be. */
export function afterUndo({ runs }: Pick<Session, 'runs'>, run: string): AfterUndo {
  const known = runs.kind === 'answered' ? runs.value.runs : [];
  const own = known.find((one) => one.run === run);
  const standing = own?.status === 'undone' ? known.filter((one) => one.run !== run && one.wouldUndo.length > 0) : [];
  return { rebootDue: own?.rebootDue === true, next: standing.at(-1) ?? null, more: Math.max(standing.length - 1, 0) };
}

/** It goes on by itself behind the reboot: agreed to here, or by whoever began it. */
export const rebootsByItself = ({ reboots, lines }: Run): boolean =>
  reboots || lines.findLast(({ event }) => event === 'reboot-needed')?.ended === false;

export type Stage = RunStage | 'cut-off';

/** A run of which the journal has no end, and on which nobody works. */
export const stageOf = (run: Run, { refusal }: Pick<Session, 'refusal'>): Stage =>
  refusal?.fault.code === 'unfinished-run' && refusal.act === 'follow' && refusal.run === run.run ? 'cut-off' : runStage(run);

/** The guest that is shown runs Windows, as far as that has been seen. */
export const isOnWindows = ({ look }: Pick<Session, 'look'>): boolean =>
  look.seen.kind === 'answered' && look.seen.value.detection.guest.platform === 'windows';

/** A display that is no NVIDIA GPU, by its name or its PCI ids. */
export const displayNames = ({ otherDisplays }: Detection): readonly string[] =>
  otherDisplays.map(({ name, vendorId, deviceId }) => name ?? `${vendorId ?? '?'}:${deviceId ?? '?'}`);

const distinct = (values: readonly (string | null | undefined)[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== null && value !== undefined);

const itemsRead = ({ media }: Session) => (media.read.kind === 'answered' ? media.read.value.media.items : []);

/** Versions that fit, from the catalogue and from the folder; and the one chosen before. */
export function driverVersions(session: Session): readonly string[] {
  const { look, choices } = session;
  const listed = look.seen.kind === 'answered' ? (look.seen.value.detection.driver.recommended?.versions ?? []) : [];
  const read = itemsRead(session).filter(({ what, fits }) => what === 'driver' && fits);
  const chosen = choices.driver.version === 'auto' ? null : choices.driver.version;
  return distinct([...read.map(({ version }) => version), ...listed, chosen]);
}

export function cudaVersions(session: Session): readonly string[] {
  const { toolkit } = session.choices.cuda;
  const read = itemsRead(session).filter(({ what }) => what === 'cuda');
  return distinct([...read.map(({ version }) => version), toolkit === 'auto' || toolkit === 'none' ? null : toolkit]);
}

/** Something is chosen that is folded away. */
export const isAdvanced = ({ driver, license, cuda }: Session['choices']): boolean =>
  [driver.kind, driver.version, driver.kernelModule, license.featureType, license.token, cuda.toolkit].some((choice) => choice !== 'auto');

/** How much is wanted after the driver. */
export const wantedAfter = ({ after = {}, mig }: Session['choices']): number =>
  Object.values(after).filter(Boolean).length + (mig === undefined ? 0 : 1);

const needsReboot = ({ steps }: PlanDocument): boolean => steps.some(({ state, reboot }) => state === 'todo' && reboot);

/** At the end of which Windows may say that it has to start anew. */
const ENDS_OPEN: readonly string[] = ['driver.remove-conflicting', 'driver.install'];

/** A hypervisor may forbid the reset; then a reboot does its work. */
const resetsCard = ({ commands }: PlanDocument['steps'][number]): boolean => commands.some((command) => command.includes('--gpu-reset'));

export function rebootAhead(plan: PlanDocument, session: Pick<Session, 'look'>): 'sure' | 'possible' | 'none' {
  if (needsReboot(plan)) return 'sure';
  const todo = plan.steps.filter(({ state }) => state === 'todo');
  const isOpen = isOnWindows(session) && todo.some(({ id }) => ENDS_OPEN.includes(id));
  return isOpen || todo.some(resetsCard) ? 'possible' : 'none';
}

/** Of what was found, what the plan does not mend by itself. */
export const toBeKnownFirst = ({ warnings }: PlanDocument): readonly FindingDocument[] =>
  warnings.filter(({ severity, fix }) => severity !== 'info' && !fix.automatic);
