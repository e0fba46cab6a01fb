import type { Session } from '../stores/session.ts';
import { afterUndo } from '../stores/selectors.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { statusText } from './run-status.ts';

/** What is to be known once a run was taken back: that a reboot is due, and which earlier runs still stand. */
export function AfterUndo({ session, run }: { readonly session: Session; readonly run: string }) {
  const say = useSay();
  const acts = useActs();
  const { rebootDue, next, more } = afterUndo(session, run);
  if (!rebootDue && next === null) return null;
  const words = next === null ? null : { run: next.run, status: statusText(next.status, say) };
  return (
    <div className="card edge info stack after-undo">
      {rebootDue && <p>{say('wizard.after-undo.reboot-due')}</p>}
      {words !== null && (
        <>
          <p>{more === 0 ? say('wizard.after-undo.remains', words) : say('wizard.after-undo.remain', { ...words, count: more })}</p>
          <div className="cluster">
            <button type="button" className="button" onClick={() => { acts.visit('history'); }}>{say('wizard.after-undo.to-history')}</button>
          </div>
        </>
      )}
    </div>
  );
}
