import { useEffect, useRef } from 'react';
import type { Session } from '../stores/session.ts';
import { stepTitles, undoneBy } from '../stores/selectors.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';

type Props = { readonly session: Session; readonly run: string; readonly onClose: () => void };

/** Says what is taken back before it is. */
export function UndoDialog({ session, run, onClose }: Props) {
  const say = useSay();
  const acts = useActs();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleOf = stepTitles(session);
  const steps = undoneBy(session, run);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => { dialog.current?.close(); };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="undo-title" onClose={onClose}>
      <h2 id="undo-title">{say('wizard.undo.title')}</h2>
      {steps.length === 0 ? <p>{say('wizard.undo.nothing')}</p> : (
        <>
          <p>{say('wizard.undo.steps')}</p>
          <ul className="undone">{steps.map((step) => <li key={step}><Icon name="undo" />{titleOf(step)}</li>)}</ul>
          <p className="quiet small">{say('wizard.undo.text')}</p>
        </>
      )}
      <div className="choices">
        <button type="button" className="button" autoFocus onClick={close}>{say('wizard.undo.no')}</button>
        <button type="button" className="button danger" onClick={() => { close(); void acts.undo(run); }}>{say('wizard.undo.yes')}</button>
      </div>
    </dialog>
  );
}
