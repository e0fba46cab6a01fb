import { useId, useState } from 'react';
import type { MigCard } from '../../../src/contract/mig-seen.ts';
import { Icon } from '../../components/icon.tsx';
import { useSay } from '../../words.ts';
import { MigOwnLayout } from './mig-own-layout.tsx';
import { MigTable } from './mig-table.tsx';

type OptionProps = { readonly group: string; readonly name: string; readonly text?: string; readonly isChosen: boolean; readonly onChoose: () => void };

function Option({ group, name, text, isChosen, onChoose }: OptionProps) {
  return (
    <label className={isChosen ? 'goal chosen' : 'goal'}>
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      <span>
        <span className="strong">{name}</span>
        {text !== undefined && <span className="small quiet">{text}</span>}
      </span>
    </label>
  );
}

function There({ cards }: { readonly cards: readonly MigCard[] }) {
  const say = useSay();
  const isOne = cards.length === 1;
  return cards.map(({ address, on, instances }) => {
    if (instances === null || (instances === '' && on !== true)) return null;
    const words = { address, there: instances };
    return (
      <p key={address}>
        {instances === '' ? say(isOne ? 'wizard.mig.on-empty' : 'wizard.mig.on-empty.at', words) : say(isOne ? 'wizard.mig.there' : 'wizard.mig.there.at', words)}
      </p>
    );
  });
}

function Head({ cards, id }: { readonly cards: readonly MigCard[]; readonly id: string }) {
  const say = useSay();
  const [first] = cards;
  const modes = new Set(cards.map(({ on }) => on));
  const mode = modes.size === 1 ? first?.on : null;
  return (
    <header>
      <p id={id}>
        <span className="strong">{first?.name}</span>{' '}
        <span className="mono small quiet">{cards.map(({ address }) => address).join(', ')}</span>
      </p>
      {typeof mode === 'boolean' && <span className={mode ? 'badge mode' : 'badge'}>{say(mode ? 'wizard.mig.is-on' : 'wizard.mig.is-off')}</span>}
    </header>
  );
}

function Costs({ cards, wanted }: { readonly cards: readonly MigCard[]; readonly wanted: string }) {
  const say = useSay();
  const costOf = ({ costs: { on, off } }: MigCard): string => (wanted === 'off' ? off : on);
  const costs = [...new Set(cards.map(costOf))];
  const places = (cost: string): string => cards.filter((card) => costOf(card) === cost).map(({ address }) => address).join(', ');
  return (
    <div className="notice info">
      <Icon name="info" />
      <span className="small">
        <span className="strong">{say('wizard.mig.costs')}</span>
        {costs.map((cost) => <span key={cost}>{costs.length > 1 && <span className="mono">{places(cost)}: </span>}{cost}</span>)}
      </span>
    </div>
  );
}

type Props = {
  /** One, or several of a kind that are told the same. */
  readonly cards: readonly MigCard[];
  /** A layout, `off`, or undefined: left as it is. */
  readonly wanted: string | undefined;
  readonly allowed: string;
  readonly onChoose: (wanted: string | undefined) => void;
};

function Options({ cards, wanted, allowed, onChoose }: Props) {
  const say = useSay();
  const group = useId();
  const [isWriting, setWriting] = useState(false);
  const layouts = cards[0]?.layouts ?? [];
  const layout = wanted === 'off' ? undefined : wanted;
  const isOwn = layout !== undefined && (isWriting || !layouts.includes(layout));
  const pick = (next: string | undefined, own = false) => {
    setWriting(own);
    onChoose(next);
  };
  return (
    <fieldset className="goals">
      <legend className="strong">{say(cards.length > 1 ? 'wizard.mig.layout.all' : 'wizard.mig.layout')}</legend>
      <Option group={group} name={say('wizard.mig.keep')} isChosen={wanted === undefined} onChoose={() => { pick(undefined); }} />
      {layouts.map((each) => (
        <Option key={each} group={group} name={each} isChosen={!isOwn && layout === each} onChoose={() => { pick(each); }} />
      ))}
      <Option group={group} name={say('wizard.mig.own')} isChosen={isOwn} onChoose={() => { pick(layout ?? '', true); }} />
      {isOwn && <MigOwnLayout layout={layout} allowed={allowed} onWrite={(written) => { pick(written, true); }} />}
      {cards.some(({ on }) => on === true) && (
        <Option group={group} name={say('wizard.mig.off')} text={say('wizard.mig.off.text')} isChosen={wanted === 'off'} onChoose={() => { pick('off'); }} />
      )}
    </fieldset>
  );
}

/** What cards offer, what they are cut into now and will be, and what that asks for. */
export function MigGroup({ cards, wanted, ...rest }: Props) {
  const id = useId();
  return (
    <section className="mig-group" aria-labelledby={id}>
      <Head cards={cards} id={id} />
      <There cards={cards} />
      <div className="mig-sides">
        <MigTable cards={cards} />
        <Options cards={cards} wanted={wanted} {...rest} />
      </div>
      <div role="status">{wanted !== undefined && <Costs cards={cards} wanted={wanted} />}</div>
    </section>
  );
}
