import { useState } from 'react';
import { Busy } from '../components/busy.tsx';
import { Icon } from '../components/icon.tsx';
import { UndoDialog } from '../components/undo-dialog.tsx';
import { rebootsByItself, type Stage } from '../stores/selectors.ts';
import type { Run, Session } from '../stores/session.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';

/** Leaves, goes on, takes back: wherever a run stands still. */
function Standing({ run, session, reboot }: { readonly run: Run; readonly session: Session; readonly reboot: boolean }) {
  const say = useSay();
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  if (session.starting !== null) return <Busy text={say('wizard.run.starting')} />;
  return (
    <>
      <button type="button" className="button plain" onClick={acts.leaveRun}><Icon name="back" />{say('wizard.run.leave')}</button>
      <button type="button" className={run.undoing ? 'button primary' : 'button'} onClick={() => { setAsks(true); }}><Icon name="undo" />{say('wizard.run.undo')}</button>
      {!run.undoing && (
        <button type="button" className="button primary" onClick={() => { void acts.resume(run.run, reboot || run.reboots ? 'auto' : 'never'); }}>
          <Icon name={reboot ? 'reboot' : 'arrow'} />{say(reboot ? 'wizard.run.reboot.now' : 'wizard.run.resume')}
        </button>
      )}
      {asks && <UndoDialog session={session} run={run.run} onClose={() => { setAsks(false); }} />}
    </>
  );
}

export function RunActions({ run, stage, session }: { readonly run: Run; readonly stage: Stage; readonly session: Session }) {
  const say = useSay();
  const acts = useActs();
  switch (stage) {
    case 'working':
      return run.cancelling ? <Busy text={say('wizard.run.cancelling')} /> : (
        <button type="button" className="button" onClick={() => { void acts.cancel(); }}>{say('wizard.run.cancel')}</button>
      );
    case 'waits-for-reboot':
      return rebootsByItself(run) ? <button type="button" className="button plain" onClick={acts.leaveRun}><Icon name="back" />{say('wizard.run.leave')}</button> : <Standing run={run} session={session} reboot />;
    case 'failed':
    case 'cancelled':
    case 'cut-off':
    case 'done':
      return <Standing run={run} session={session} reboot={false} />;
  }
}
