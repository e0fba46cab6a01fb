import { useState } from 'react';
import type { PlanDocument } from '../../../src/contract/documents/plan.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { FindingList } from '../../components/finding-list.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { isSimulated, rebootAhead, toBeKnownFirst } from '../../stores/selectors.ts';
import type { Session } from '../../stores/session.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';
import { Consent } from './consent.tsx';
import { PlanChoice } from './plan-choice.tsx';
import { PlanSteps } from './plan-steps.tsx';

function Notes({ plan, session }: { readonly plan: PlanDocument; readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { planNote } = session;
  const blocked = plan.steps.filter(({ state }) => state === 'blocked');
  return (
    <>
      {planNote?.kind === 'replanned' && <p className="notice warning" role="alert"><Icon name="warning" /><span>{say('wizard.plan.changed')}</span></p>}
      {planNote?.kind === 'not-begun' && <FaultNote fault={planNote.fault} />}
      {blocked.length > 0 && (
        <div className="notice warning">
          <Icon name="warning" />
          <span>{say(blocked.every(({ leftOut }) => leftOut) ? 'wizard.plan.left-out' : 'wizard.plan.blocked')}</span>
          <button type="button" className="button small" onClick={() => { void acts.propose(); }}>{say('wizard.plan.again')}</button>
        </div>
      )}
    </>
  );
}

function Actions({ plan, session, reboots, onReboots }: Parameters<typeof Consent>[0]) {
  const say = useSay();
  const acts = useActs();
  if (plan.steps.some(({ state }) => state === 'todo')) {
    return <Consent plan={plan} session={session} reboots={reboots} onReboots={onReboots} />;
  }
  return (
    <>
      <button type="button" className="button" onClick={() => { acts.go('goal'); }}>{say('wizard.plan.to-goal')}</button>
      <button type="button" className="button primary" onClick={() => { acts.go('machine'); }}>{say('wizard.run.leave')}</button>
    </>
  );
}

/** With which rights it will be done; a simulated guest needs none. */
const rightsOf = (session: Session): readonly string[] =>
  session.about.kind === 'answered' && !isSimulated(session) ? [session.about.value.elevation.sentence] : [];

const REBOOT = {
  sure: { byItself: 'wizard.plan.reboots', asked: 'wizard.plan.reboots-asked' },
  possible: { byItself: 'wizard.plan.may-reboot', asked: 'wizard.plan.may-reboot-asked' },
  none: { byItself: 'wizard.plan.no-reboot', asked: 'wizard.plan.no-reboot' },
} as const;

/** The plan to be read. */
export function ShownPlan({ plan, session }: { readonly plan: PlanDocument; readonly session: Session }) {
  const say = useSay();
  const [reboots, setReboots] = useState(false);
  const todo = plan.steps.filter(({ state }) => state === 'todo').length;
  const done = plan.steps.filter(({ state }) => state === 'done').length;
  const reboot = say(REBOOT[rebootAhead(plan, session)][reboots ? 'byItself' : 'asked']);
  const first = toBeKnownFirst(plan);
  const nothing = todo === 0 && done === plan.steps.length;
  return (
    <Page
      title={say(nothing ? 'wizard.plan.nothing' : 'wizard.plan.title')}
      weight={nothing ? 'ready' : undefined}
      lead={nothing ? null : <><p>{say('wizard.plan.summary', { todo, done })}</p><p>{reboot}</p><p className="small">{[say('wizard.plan.goal', { goal: say(`wizard.goal.${plan.goal}`) }), ...rightsOf(session)].join(' · ')}</p></>}
      actions={<Actions plan={plan} session={session} reboots={reboots} onReboots={setReboots} />}
    >
      <Notes plan={plan} session={session} />
      {first.length > 0 && <Section title={say('wizard.plan.warnings')}><FindingList findings={first} /></Section>}
      <Section title={say('wizard.plan.steps')}><PlanSteps steps={plan.steps} /></Section>
      <PlanChoice choice={plan.choice} rejected={plan.rejected} />
    </Page>
  );
}
