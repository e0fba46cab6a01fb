import { useEffect, useMemo } from 'react';
import { backToTop } from '../components/back-to-top.ts';
import { Busy } from '../components/busy.tsx';
import { Page, type PageWeight } from '../components/page.tsx';
import { Refused } from '../components/refused.tsx';
import { RunLog } from '../components/run-log.tsx';
import { progressOf } from '../stores/progress.ts';
import { rebootsByItself, stageOf, stepOrder, stepSpans, stepTitles, type Stage } from '../stores/selectors.ts';
import type { Run, Session } from '../stores/session.ts';
import { useSay, type WizardKey } from '../words.ts';
import { RunActions } from './run-actions.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunStageNote } from './run-stage.tsx';

const WEIGHTS: Partial<Readonly<Record<Stage, PageWeight>>> = { failed: 'broken', 'cut-off': 'attention' };

function titleKey(run: Run, stage: Stage): WizardKey {
  const { undoing } = run;
  switch (stage) {
    case 'working':
    case 'done':
      return undoing ? 'wizard.run.title.undo' : 'wizard.run.title';
    case 'waits-for-reboot':
      return rebootsByItself(run) ? 'wizard.run.title.rebooting' : 'wizard.run.title.reboot';
    case 'failed':
      return undoing ? 'wizard.run.title.undo-failed' : 'wizard.run.title.failed';
    case 'cancelled':
      return 'wizard.run.title.cancelled';
    case 'cut-off':
      return 'wizard.run.title.cut-off';
  }
}

/** The one sentence that a screen reader says when it changes, and that the window's title shows. */
function useTold(text: string): void {
  const say = useSay();
  useEffect(() => {
    document.title = `${text} · ${say('wizard.brand')}`;
    return () => { document.title = say('wizard.brand'); };
  }, [text, say]);
}

function AtWork({ run }: { readonly run: Run }) {
  const say = useSay();
  return (
    <>
      {run.disconnected !== null && <p className="card edge warning" role="status">{say('wizard.run.disconnected')}</p>}
      {run.lines.length === 0 && <Busy text={say('wizard.run.finding')} />}
    </>
  );
}

function Running({ run, session }: { readonly run: Run; readonly session: Session }) {
  const say = useSay();
  const { about, plan, lang } = session;
  const titleOf = useMemo(() => stepTitles({ about, plan }), [about, plan]);
  const order = useMemo(() => stepOrder({ about, plan }), [about, plan]);
  const stage = stageOf(run, session);
  const progress = useMemo(() => progressOf(run, order, stage !== 'working'), [run, order, stage]);
  useEffect(backToTop, [stage]);
  const title = say(titleKey(run, stage) as 'wizard.run.title');
  const now = stage === 'working' && progress.current !== null ? say(run.undoing ? 'wizard.undoing.now' : 'wizard.run.now', { step: titleOf(progress.current.id) }) : title;
  useTold(now);
  return (
    <Page
      title={title}
      weight={WEIGHTS[stage]}
      lead={stage === 'working' && run.undoing ? say('wizard.run.undoing') : undefined}
      actions={<RunActions run={run} stage={stage} session={session} />}
    >
      <p className="visually-hidden" role="status">{now}</p>
      <div className="notes">
        {stage === 'working' && <AtWork run={run} />}
        {stage !== 'cut-off' && <Refused session={session} run={run.run} />}
        <RunStageNote run={run} stage={stage} progress={progress} titleOf={titleOf} />
      </div>
      <RunProgress run={run} progress={progress} working={stage === 'working'} titleOf={titleOf} spanOf={stepSpans(session)} lang={lang} />
      {run.lines.length > 0 && <RunLog lines={run.lines} titleOf={titleOf} />}
    </Page>
  );
}

export function RunScreen({ session }: { readonly session: Session }) {
  return session.run === null ? null : <Running run={session.run} session={session} />;
}
