import { useEffect, type ReactNode } from 'react';
import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import { Busy } from '../components/busy.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { backToTop } from '../components/back-to-top.ts';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { SaveReport } from '../components/save-report.tsx';
import { Section } from '../components/section.tsx';
import { Unread } from '../components/unread.tsx';
import type { Asked, Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { DiagnoseOther } from './diagnose-other.tsx';

/** What is said of a machine: its verdict, what leads to it, and what nobody could judge. */
type JudgementProps = { readonly diagnosis: Diagnosis; readonly title: string; readonly aside?: ReactNode; readonly session: Session };

function Judgement({ diagnosis, title, aside, session }: JudgementProps) {
  const say = useSay();
  const { verdict, findings, unread } = diagnosis;
  const sign = { ready: 'check', attention: 'warning', broken: 'error', unknown: 'info' } as const;
  return (
    <>
      <Section title={title} aside={aside}>
        <p className="verdict-line"><span className={`badge ${verdict}`}><Icon name={sign[verdict]} />{say(`wizard.diagnose.verdict.${verdict}`)}</span></p>
        {findings.length === 0 ? <p className="card quiet">{say('wizard.diagnose.none')} {say('wizard.diagnose.none.text')}</p> : <FindingList findings={findings} openFirst />}
      </Section>
      <Unread unread={unread} about={session.about} />
    </>
  );
}

function ThisMachine({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { seen } = session.look;
  const again = <button type="button" className="button small" disabled={seen.kind === 'asking'} onClick={acts.examine}><Icon name="reboot" />{say('wizard.look.again')}</button>;
  const title = say('wizard.diagnose.this');
  switch (seen.kind) {
    case 'unasked':
    case 'asking':
      return <Section title={title}><Busy text={say('wizard.look.title')} /></Section>;
    case 'refused':
      return <Section title={title}><FaultNote fault={seen.fault} title={say('wizard.look.failed')} onRetry={acts.examine} /></Section>;
    case 'answered':
      return <Judgement session={session} diagnosis={seen.value.diagnosis} title={title} aside={<span className="cluster no-print">{again}<SaveReport small /></span>} />;
  }
}

/** The plan that could be made here is this machine's, and not that of the text. */
const ofAnother = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  findings: diagnosis.findings.map((finding) => ({ ...finding, fix: { ...finding.fix, automatic: false } })),
});

const answerOf = <T,>(asked: Asked<T> | undefined): T | null => (asked?.kind === 'answered' ? asked.value : null);

/** Findings of this machine, or of a text that was opened; nothing here changes anything. */
export function DiagnoseScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { judged } = session;
  const diagnosis = answerOf(judged?.answer);
  useEffect(() => {
    // The answer stands at the top; the question was asked at the end.
    if (diagnosis !== null) backToTop();
  }, [diagnosis]);
  return (
    <Page title={say('wizard.diagnose.title')}>
      {judged !== null && diagnosis !== null ? (
        <Judgement
          session={session}
          diagnosis={ofAnother(diagnosis)}
          title={say('wizard.diagnose.of', { name: judged.name })}
          aside={(
            <span className="cluster no-print">
              <button type="button" className="button small" onClick={acts.forgetJudged}><Icon name="cross" />{say('wizard.diagnose.close')}</button>
              <SaveReport small of={judged} />
            </span>
          )}
        />
      ) : (
        <ThisMachine session={session} />
      )}
      <div className="no-print"><DiagnoseOther session={session} /></div>
    </Page>
  );
}
