/** What a session is given by whoever composes the program: this machine, its runs, a way to get rights, and the time. */
import type { About, Report } from '../../contract/questions.ts';
import type { In } from '../../contract/contract.ts';
import type { Diagnosis } from '../../contract/documents/diagnosis.ts';
import type { RuleVerdict } from '../../domain/finding.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Profile } from '../../domain/profile.ts';
import type { RunLock } from '../../journal/run-lock.ts';
import type { RunStore } from '../../journal/run-store.ts';
import type { MediaHashes } from '../../media/media-hashes.ts';
import type { LookedAt } from '../../report/told-diagnosis.ts';
import type { Language, Translate } from '../../words/translate.ts';
import type { Pieces } from '../recorded-source.ts';

/** Hears the same program at work with an administrator's rights. */
export type ElevatedEars = {
  /** A line of its standard output. */
  readonly onLine: (line: string) => void;
  /** `said`: what it wrote for a person; -1: it could not be started, or was killed. */
  readonly onEnd: (exitCode: number, said: string) => void;
};

/** What a report is made of. */
export type Reported = {
  readonly document: Diagnosis;
  readonly verdicts: readonly RuleVerdict[];
  readonly looked: LookedAt;
  /** Of the source, ISO 8601; null where it states none. */
  readonly time: string | null;
  /** When the report is made, ISO 8601 in UTC. */
  readonly made: string;
};

export type SessionPorts = {
  readonly version: string;
  readonly runtime: NonNullable<About['runtime']>;
  readonly start: About['start'];
  readonly hostName: string;
  readonly licences: About['licences'];
  readonly stateFolder: string;
  /** Absolute path of this program's one file: a part of some plans. */
  readonly program: string;
  readonly thisMachine: () => Observer;
  /** The recorded source the program was started with. */
  readonly given: Observer | null;
  /** Runs of this machine, as far as this process may read them. */
  readonly runs: RunStore;
  readonly lock: RunLock;
  readonly translator: (language: Language) => Promise<Translate>;
  readonly elevation: () => Promise<About['elevation']['kind']>;
  /** `args`: of the command line. The profile is put where the elevated program can read it. Returns how it is asked to stop. */
  readonly elevate: (args: readonly string[], profile: Profile | null, ears: ElevatedEars) => () => void;
  /** What bytes hold that somebody handed over: a text, or what is packed by gzip or zip. */
  readonly opened: (name: string, bytes: Uint8Array) => Promise<Pieces>;
  /** A report to be handed over: without names, addresses, identifiers and secrets. */
  readonly reportText: (reported: Reported, format: In<'writeReport'>['format'], language: Language) => Promise<Report['text']>;
  readonly hashes: { readonly recall: () => MediaHashes; readonly remember: (hashes: MediaHashes) => void };
  /** Resolves after that time. */
  readonly pause: (ms: number) => Promise<void>;
  readonly onBug: (error: unknown) => void;
  /** How long a simulated guest takes for a command, for which a real one may take minutes; 0 in tests. */
  readonly simulatedStepMs: number;
};
