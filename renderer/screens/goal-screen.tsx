import { useEffect, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import type { Session } from '../stores/session.ts';
import { isOnWindows } from '../stores/selectors.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { AdvancedChoices } from './goal/advanced-choices.tsx';
import { AfterDriver } from './goal/after-driver.tsx';
import { GoalCards, type GoalChoice } from './goal/goal-choice.tsx';
import { MediaSection } from './goal/media-section.tsx';
import { MigPart } from './goal/mig-part.tsx';

function Actions({ diagnosisOnly }: { readonly diagnosisOnly: boolean }) {
  const say = useSay();
  const acts = useActs();
  const on = () => {
    if (diagnosisOnly) acts.visit('diagnose');
    else void acts.toPlan();
  };
  return (
    <>
      <div className="grow">
        <button type="button" className="button plain" onClick={() => { acts.go('machine'); }}><Icon name="back" />{say('wizard.rail.machine')}</button>
      </div>
      <button type="button" className="button primary" onClick={on}>
        {say(diagnosisOnly ? 'wizard.goal.next-diagnosis' : 'wizard.goal.next')}<Icon name="arrow" />
      </button>
    </>
  );
}

/** What the guest is for, what there is to install, and, folded away, what else can be decided. */
export function GoalScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { choices, media } = session;
  const [diagnosisOnly, setDiagnosisOnly] = useState(false);
  const isUnread = media.read.kind === 'unasked';
  useEffect(() => {
    if (isUnread) acts.readMedia(choices.media);
  }, [isUnread, acts, choices.media]);
  const choose = (goal: GoalChoice) => {
    setDiagnosisOnly(goal === 'diagnosis');
    if (goal !== 'diagnosis') acts.choose({ goal });
  };
  return (
    <Page title={say('wizard.goal.title')} actions={<Actions diagnosisOnly={diagnosisOnly} />}>
      <GoalCards chosen={diagnosisOnly ? 'diagnosis' : choices.goal} onChoose={choose} />
      {!diagnosisOnly && (
        <>
          <MediaSection session={session} />
          <div className="section stack">
            {/* All of it is Linux's. */}
            {!isOnWindows(session) && <AfterDriver session={session}><MigPart session={session} /></AfterDriver>}
            <AdvancedChoices session={session} />
          </div>
        </>
      )}
    </Page>
  );
}
