import { useState } from 'react';
import type { RunsDocument } from '../../src/contract/documents/run.ts';
import { Busy } from '../components/busy.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { Refused } from '../components/refused.tsx';
import { statusText } from '../components/run-status.ts';
import { UndoDialog } from '../components/undo-dialog.tsx';
import { isSimulated, stepTitles } from '../stores/selectors.ts';
import type { Session } from '../stores/session.ts';
import { timeText } from '../stores/times.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';

type PastRun = RunsDocument['runs'][number];

const WEIGHTS: Readonly<Record<string, string>> = { done: 'ready', failed: 'error', running: 'warning', 'paused-for-reboot': 'warning', undoing: 'warning' };
const GOALS: readonly string[] = ['compute', 'workstation'];

function Deeds({ past, session }: { readonly past: PastRun; readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  const { run, status, wouldUndo, undoAfter } = past;
  return (
    <div className="cluster deeds">
      <button type="button" className="button" onClick={() => { acts.watch(run, status === 'undoing' || status === 'undone'); }}>{say('wizard.history.watch')}</button>
      {wouldUndo.length > 0 && undoAfter === null && (
        <button type="button" className="button" disabled={session.starting !== null} onClick={() => { setAsks(true); }}><Icon name="undo" />{say('wizard.history.undo')}</button>
      )}
      {asks && <UndoDialog session={session} run={run} onClose={() => { setAsks(false); }} />}
    </div>
  );
}

/** Where the journal of a run lies; that of a simulated guest lies nowhere, and has its name alone. */
const journalOf = (run: string, session: Session): string =>
  isSimulated(session) || session.about.kind !== 'answered' ? run : `${session.about.value.places.state}/runs/${run}/journal.ndjson`;

function PastRunCard({ past, session }: { readonly past: PastRun; readonly session: Session }) {
  const say = useSay();
  const { run, startedAt, goal, status, wouldUndo, undoAfter, rebootDue } = past;
  const titleOf = stepTitles(session);
  const steps = wouldUndo.map(titleOf).join(say('wizard.history.between'));
  return (
    <li className="card past">
      <div className="spread">
        <h2><time dateTime={startedAt}>{timeText(startedAt, session.lang)}</time>{GOALS.includes(goal) && <span className="quiet">{say(`wizard.history.goal.${goal}` as 'wizard.history.goal.compute')}</span>}</h2>
        <span className={`badge ${WEIGHTS[status] ?? 'calm'}`}>{statusText(status, say)}</span>
      </div>
      <p className="mono small quiet">{journalOf(run, session)}</p>
      {wouldUndo.length > 0 && <p className="small">{say('wizard.history.would-undo', { steps })}</p>}
      {undoAfter !== null && <p className="small quiet">{say('wizard.history.later-first', { run: undoAfter })}</p>}
      {rebootDue && <p className="small">{say('wizard.after-undo.reboot-due')}</p>}
      <Refused session={session} run={run} />
      <Deeds past={past} session={session} />
    </li>
  );
}

function NoRun() {
  const say = useSay();
  const acts = useActs();
  return (
    <div className="card stack">
      <p className="quiet">{say('wizard.history.none')}</p>
      <button type="button" className="button" onClick={() => { acts.go('goal'); }}>{say('wizard.machine.next')}<Icon name="arrow" /></button>
    </div>
  );
}

function Runs({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { runs } = session;
  switch (runs.kind) {
    case 'unasked':
    case 'asking':
      return <Busy text={say('wizard.history.reading')} />;
    case 'refused':
      return <FaultNote fault={runs.fault} title={say('wizard.history.unread')} onRetry={() => { void acts.listRuns(); }} />;
    case 'answered':
      if (runs.value.runs.length === 0) return <NoRun />;
      return <ol className="pasts">{runs.value.runs.toReversed().map((past) => <PastRunCard key={past.run} past={past} session={session} />)}</ol>;
  }
}

/** Runs, newest first. */
export function HistoryScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  return (
    <Page title={say('wizard.history.title')} lead={say('wizard.history.lead')}>
      {session.starting !== null && <Busy text={say('wizard.run.starting')} />}
      <Runs session={session} />
    </Page>
  );
}
