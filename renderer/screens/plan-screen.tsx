import { useEffect } from 'react';
import { Busy } from '../components/busy.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { Page } from '../components/page.tsx';
import { asksBeforePlan } from '../stores/selectors.ts';
import type { Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { ShownPlan } from './plan/shown-plan.tsx';

/** What will be done, with its reasons, before anything is done. */
export function PlanScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { plan } = session;
  const asksFirst = asksBeforePlan(session);
  const isUnasked = plan.kind === 'unasked';
  useEffect(() => {
    if (isUnasked) void acts.propose();
  }, [isUnasked, acts]);
  switch (plan.kind) {
    case 'answered':
      return <ShownPlan plan={plan.value} session={session} />;
    case 'refused': {
      const actions = <button type="button" className="button primary" onClick={() => { acts.go('goal'); }}>{say('wizard.plan.to-goal')}</button>;
      return (
        <Page title={say('wizard.plan.refused')} weight="broken" actions={actions}>
          <FaultNote fault={plan.fault} onRetry={() => { void acts.propose(); }} />
        </Page>
      );
    }
    case 'unasked':
    case 'asking':
      return (
        <Page title={say('wizard.plan.title')}>
          <Busy text={say('wizard.plan.asking')} />
          {asksFirst !== null && <p className="quiet">{asksFirst}</p>}
        </Page>
      );
  }
}
