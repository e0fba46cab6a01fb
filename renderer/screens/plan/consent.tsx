import { useState } from 'react';
import type { PlanDocument } from '../../../src/contract/documents/plan.ts';
import type { Session } from '../../stores/session.ts';
import { rebootAhead } from '../../stores/selectors.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';

/** What is agreed to is the digest that stands here: another plan has to be agreed to anew. */
export function Consent({ plan, session, reboots, onReboots }: { readonly plan: PlanDocument; readonly session: Session; readonly reboots: boolean; readonly onReboots: (reboots: boolean) => void }) {
  const say = useSay();
  const acts = useActs();
  const [agreed, setAgreed] = useState<string | null>(null);
  const hasAgreed = agreed === plan.digest;
  const isStarting = session.starting !== null;
  return (
    <>
      <div className="grow consent">
        <label className="check">
          <input type="checkbox" checked={hasAgreed} disabled={isStarting} onChange={({ target }) => { setAgreed(target.checked ? plan.digest : null); }} />
          <span>{say('wizard.plan.consent')}<span className="digest small quiet">{say('wizard.plan.digest', { digest: plan.digest.slice(0, 12) })}</span></span>
        </label>
        {rebootAhead(plan, session) !== 'none' && (
          <label className="check">
            <input type="checkbox" checked={reboots} disabled={isStarting} onChange={({ target }) => { onReboots(target.checked); }} />
            <span>{say('wizard.plan.reboot-auto')}</span>
          </label>
        )}
      </div>
      <button type="button" className="button primary" disabled={!hasAgreed || isStarting} onClick={() => { void acts.apply(plan.digest, reboots ? 'auto' : 'never'); }}>
        {say(isStarting ? 'wizard.plan.starting' : 'wizard.plan.apply')}
      </button>
    </>
  );
}
