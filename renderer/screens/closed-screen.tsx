import type { Session } from '../stores/session.ts';
import { Busy } from '../components/busy.tsx';
import { FaultNote } from '../components/fault-note.tsx';
import { Mark } from '../components/mark.tsx';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';

/** Before there is anything to show: it opens, it does not answer, or this browser was turned away. */
export function ClosedScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  const { about } = session;
  return (
    <main className="closed">
      <div className="stack wide">
        <Mark />
        {session.turnedAway !== null ? (
          <>
            <h1 tabIndex={-1}>{say('wizard.turned-away.title')}</h1>
            <p className="lead">{session.turnedAway === '' ? say('wizard.turned-away.text') : session.turnedAway}</p>
          </>
        ) : about.kind === 'refused' ? (
          <>
            <h1 tabIndex={-1}>{say('wizard.cannot-open')}</h1>
            <p className="quiet">{say('wizard.cannot-open.text')}</p>
            <FaultNote fault={about.fault} onRetry={() => { void acts.open(); }} />
          </>
        ) : (
          <>
            <h1 tabIndex={-1}>{say('wizard.brand')}</h1>
            <Busy text={say('wizard.opening')} />
          </>
        )}
      </div>
    </main>
  );
}
