import { useId } from 'react';
import { layoutMistakes } from '../../../src/domain/mig-layout.ts';
import { useSay } from '../../words.ts';

type Props = { readonly layout: string; readonly allowed: string; readonly onWrite: (layout: string) => void };

/** A layout as a profile has it, judged by the profile's own parser while it is written. */
export function MigOwnLayout({ layout, allowed, onWrite }: Props) {
  const say = useSay();
  const id = useId();
  const isWrong = layout.trim() !== '' && layoutMistakes(layout.trim()).length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{say('wizard.mig.own.label')}</label>
      <input
        id={id}
        className="mono"
        value={layout}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => { onWrite(target.value); }}
      />
      <p className={isWrong ? 'hint wrong' : 'hint'} id={`${id}-hint`} role="status">
        {say(isWrong ? 'wizard.mig.wrong' : 'wizard.mig.own.hint', { right: allowed })}
      </p>
    </div>
  );
}
