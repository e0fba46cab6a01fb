/** Composes a session of this program: for `serve`, and for the desktop app. */
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Observer } from '../domain/machine.ts';
import type { Reported, SessionPorts } from '../engine/session/ports.ts';
import { fileRunStore } from '../journal/run-store.ts';
import type { Self } from '../platform/elevation.ts';
import { stateFolderHere, thisMachine } from '../platform/index.ts';
import { handedOver } from '../report/handed-over.ts';
import { translator, type Language } from '../words/translate.ts';
import { elevation } from './elevate.ts';
import { piecesIn } from './handed-bytes.ts';
import { LICENCES } from './licences.ts';
import { recallHashes, rememberHashes } from './media-hashes.ts';
import { plainTerminal } from './plain-terminal.ts';
import { programPath } from './program-path.ts';
import { programVersion } from './program-version.ts';
import { runLockHere } from './run-lock-here.ts';
import { namesHere, reportText, type ReportFormat } from './texts/report-text.ts';

const SIMULATED_STEP_MS = 250;

/** A report of the wizard is saved to be handed over, whatever its form. */
async function wizardReport(reported: Reported, format: ReportFormat, language: Language): Promise<string> {
  const { document, verdicts } = handedOver(reported, reported.looked.kind === 'live' ? namesHere() : []);
  const nowhere = () => undefined;
  const terminal = plainTerminal({ columns: 0, paint: (_, text) => text, interactive: false, out: nowhere, note: nowhere, conclude: nowhere });
  const call = { arguments: [], options: {}, json: false, language, translate: await translator(language), terminal };
  return reportText({ ...reported, document, verdicts }, format, call);
}

/** Electron, in the window; and Node.js, with their versions. */
function runtimeHere(): SessionPorts['runtime'] {
  const versions: Readonly<Partial<Record<string, string>>> = process.versions;
  const told = [{ name: 'Electron', version: versions['electron'] }, { name: 'Node.js', version: versions['node'] }];
  return told.flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]));
}

export type SessionWishes = {
  readonly start: SessionPorts['start'];
  readonly given: Observer | null;
  readonly onBug: (error: unknown) => void;
  /** What is started for an administrator's work; left out: what runs here. */
  readonly self?: Self;
};

export function sessionPorts({ start, given, onBug, self = { node: process.execPath, program: programPath() } }: SessionWishes): SessionPorts {
  const now = () => new Date();
  return {
    version: programVersion,
    runtime: runtimeHere(),
    start,
    hostName: hostname(),
    licences: [...LICENCES],
    stateFolder: stateFolderHere(),
    program: self.program,
    thisMachine: () => thisMachine(),
    given,
    runs: fileRunStore(stateFolderHere(), now),
    lock: runLockHere(stateFolderHere(), now),
    translator,
    ...elevation(self),
    opened: piecesIn,
    reportText: wizardReport,
    hashes: { recall: recallHashes, remember: rememberHashes },
    pause: async (ms) => {
      await sleep(ms);
    },
    onBug,
    simulatedStepMs: SIMULATED_STEP_MS,
  };
}
