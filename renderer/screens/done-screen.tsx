import { useMemo, useState } from 'react';
import { AfterUndo } from '../components/after-undo.tsx';
import { Busy } from '../components/busy.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { Icon } from '../components/icon.tsx';
import { Page, type PageWeight } from '../components/page.tsx';
import { Refused } from '../components/refused.tsx';
import { RunLog } from '../components/run-log.tsx';
import { SaveReport } from '../components/save-report.tsx';
import { Section } from '../components/section.tsx';
import { UndoDialog } from '../components/undo-dialog.tsx';
import { progressOf } from '../stores/progress.ts';
import { stepOrder, stepSpans, stepTitles, undoneBy } from '../stores/selectors.ts';
import type { Run, Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { DoneChecks } from './done-checks.tsx';
import { RunProgress } from './run-progress.tsx';

type Outcome = 'undone' | 'checking' | 'unchecked' | 'ready' | 'not-ready';

function outcomeOf({ undoing }: Run, { checks }: Session): Outcome {
  if (undoing) return 'undone';
  if (checks.kind === 'refused') return 'unchecked';
  if (checks.kind !== 'answered') return 'checking';
  return checks.value.ready ? 'ready' : 'not-ready';
}

const FRAMES = {
  undone: { title: 'wizard.done.title.undone', lead: 'wizard.done.lead.undone', weight: undefined },
  checking: { title: 'wizard.done.title.checking', lead: null, weight: undefined },
  unchecked: { title: 'wizard.done.title.checking', lead: null, weight: 'unknown' },
  ready: { title: 'wizard.done.title', lead: 'wizard.done.lead', weight: 'ready' },
  'not-ready': { title: 'wizard.done.title.not-ready', lead: 'wizard.done.lead.not-ready', weight: 'attention' },
} as const satisfies Record<Outcome, { readonly title: string; readonly lead: string | null; readonly weight: PageWeight | undefined }>;

function Actions({ run, session }: { readonly run: Run; readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  if (session.starting !== null) return <Busy text={say('wizard.run.starting')} />;
  return (
    <>
      {undoneBy(session, run.run).length > 0 && (
        <button type="button" className="button" onClick={() => { setAsks(true); }}><Icon name="undo" />{say('wizard.done.undo')}</button>
      )}
      <button type="button" className="button primary" onClick={acts.leaveRun}>{say('wizard.done.close')}</button>
      {asks && <UndoDialog session={session} run={run.run} onClose={() => { setAsks(false); }} />}
    </>
  );
}

function WhatWasDone({ run, session }: { readonly run: Run; readonly session: Session }) {
  const say = useSay();
  const { about, plan, lang } = session;
  const titleOf = useMemo(() => stepTitles({ about, plan }), [about, plan]);
  const progress = useMemo(() => progressOf(run, stepOrder({ about, plan }), true), [run, about, plan]);
  return (
    <div className="section no-print">
      <Disclosure summary={say('wizard.done.what')}>
        <RunProgress run={run} progress={progress} working={false} titleOf={titleOf} spanOf={stepSpans(session)} lang={lang} />
        <RunLog lines={run.lines} titleOf={titleOf} />
      </Disclosure>
    </div>
  );
}

function Done({ run, session }: { readonly run: Run; readonly session: Session }) {
  const say = useSay();
  const { checks } = session;
  const { title, lead, weight } = FRAMES[outcomeOf(run, session)];
  return (
    <Page title={say(title)} lead={lead === null ? undefined : say(lead)} weight={weight} actions={<Actions run={run} session={session} />}>
      <Refused session={session} run={run.run} />
      {run.undoing && <AfterUndo session={session} run={run.run} />}
      {!run.undoing && checks.kind === 'asking' && <Busy text={say('wizard.done.checking')} />}
      {checks.kind === 'refused' && <FaultNote fault={checks.fault} title={say('wizard.done.unchecked')} />}
      {checks.kind === 'answered' && <DoneChecks checks={checks.value.checks} />}
      <div className="no-print">
        <Section title={say('wizard.done.report')} lead={say('wizard.done.report.text')}>
          <div className="cluster"><SaveReport /></div>
        </Section>
      </div>
      <WhatWasDone run={run} session={session} />
    </Page>
  );
}

export function DoneScreen({ session }: { readonly session: Session }) {
  return session.run === null ? null : <Done run={session.run} session={session} />;
}
