import { useId, useState } from 'react';
import type { Choices } from '../../../src/contract/choices.ts';
import type { MigSeen } from '../../../src/contract/mig-seen.ts';
import { Icon } from '../../components/icon.tsx';
import type { Session } from '../../stores/session.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';
import { MigOwnLayout } from './mig-own-layout.tsx';
import { MigTable } from './mig-table.tsx';

type Cards = Extract<MigSeen, { readonly kind: 'cards' }>;
type Mig = NonNullable<Choices['mig']>;

const cut = (layout: string, replace: boolean): Mig => ({ mode: 'auto', layout, replace });
const OFF: Mig = { mode: 'off', layout: 'none', replace: false };

/** `layout` null: no instances are asked for. */
const wantedOf = (mig: Mig | undefined) => ({ layout: mig?.mode === 'auto' ? mig.layout : null, replace: mig?.replace ?? false });
const isOn = ({ cards }: Cards): boolean => cards.some(({ on }) => on === true);
const hasInstances = ({ cards }: Cards): boolean => cards.some(({ instances }) => instances !== null && instances !== '');

function Costs({ costs }: Pick<Cards, 'costs'>) {
  const say = useSay();
  return (
    <div className="notice info">
      <Icon name="info" />
      <span className="small">
        <span className="strong">{say('wizard.mig.costs')}</span>
        {costs.map((cost) => <span key={cost}>{cost}</span>)}
      </span>
    </div>
  );
}

type OptionProps = { readonly name: string; readonly text?: string; readonly isChosen: boolean; readonly onChoose: () => void };

function Option({ name, text, isChosen, onChoose }: OptionProps) {
  return (
    <label className={isChosen ? 'goal chosen' : 'goal'}>
      <input type="radio" name="mig" checked={isChosen} onChange={onChoose} />
      <span>
        <span className="strong">{name}</span>
        {text !== undefined && <span className="small quiet">{text}</span>}
      </span>
    </label>
  );
}

function Replace({ isWanted, onChoose }: { readonly isWanted: boolean; readonly onChoose: (isWanted: boolean) => void }) {
  const say = useSay();
  return (
    <label className="check">
      <input type="checkbox" checked={isWanted} onChange={({ target }) => { onChoose(target.checked); }} />
      <span>
        <span>{say('wizard.mig.replace')}</span>{' '}
        <span className="small quiet">{say('wizard.mig.replace.text')}</span>
      </span>
    </label>
  );
}

function Chooser({ seen, mig }: { readonly seen: Cards; readonly mig: Mig | undefined }) {
  const say = useSay();
  const { choose } = useActs();
  const [isWriting, setWriting] = useState(false);
  const { layouts } = seen;
  const { layout, replace } = wantedOf(mig);
  const isOwn = layout !== null && (isWriting || !layouts.includes(layout));
  const pick = (next: Mig | undefined, own = false) => {
    setWriting(own);
    choose({ mig: next });
  };
  return (
    <>
      <fieldset className="goals">
        <legend className="strong">{say('wizard.mig.layout')}</legend>
        <Option name={say('wizard.mig.keep')} isChosen={mig === undefined} onChoose={() => { pick(undefined); }} />
        {layouts.map((each) => (
          <Option key={each} name={each} isChosen={!isOwn && layout === each} onChoose={() => { pick(cut(each, replace)); }} />
        ))}
        <Option name={say('wizard.mig.own')} isChosen={isOwn} onChoose={() => { pick(cut(layout ?? '', replace), true); }} />
        {isOn(seen) && (
          <Option name={say('wizard.mig.off')} text={say('wizard.mig.off.text')} isChosen={mig?.mode === 'off'} onChoose={() => { pick(OFF); }} />
        )}
      </fieldset>
      {isOwn && <MigOwnLayout layout={layout} allowed={seen.allowed} onWrite={(written) => { pick(cut(written, replace), true); }} />}
      {layout !== null && hasInstances(seen) && (
        <Replace isWanted={replace} onChoose={(isWanted) => { pick(cut(layout, isWanted), isOwn); }} />
      )}
    </>
  );
}

/** Cutting up the cards that have MIG; nothing where there are none. Off unless a layout is chosen. */
export function MigPart({ session: { look, choices } }: { readonly session: Session }) {
  const say = useSay();
  const id = useId();
  const seen = look.seen.kind === 'answered' ? look.seen.value.mig : undefined;
  if (seen === undefined) return null;
  if (seen.kind === 'vgpu') return <p className="small quiet">{seen.why}</p>;
  return (
    <div className="card stack wide mig" role="group" aria-labelledby={id}>
      <p className="strong" id={id}>{say('wizard.mig.title')}</p>
      <p className="small quiet">{say('wizard.mig.text')}</p>
      {seen.cards.map((card) => <MigTable key={card.address} card={card} />)}
      <Chooser seen={seen} mig={choices.mig} />
      <div role="status">{choices.mig !== undefined && <Costs costs={seen.costs} />}</div>
    </div>
  );
}
