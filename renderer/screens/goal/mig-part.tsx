import { useId, useState } from 'react';
import type { MigCard, MigSeen } from '../../../src/contract/mig-seen.ts';
import { Icon } from '../../components/icon.tsx';
import type { Session } from '../../stores/session.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';
import { MigGroup } from './mig-group.tsx';
import { isAlike, mayReplace, wantedAt, withWanted, type Mig } from './mig-wanted.ts';

type Cards = Extract<MigSeen, { readonly kind: 'cards' }>;

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

function Together({ count, isSame, onChoose }: { readonly count: number; readonly isSame: boolean; readonly onChoose: (isSame: boolean) => void }) {
  const say = useSay();
  const name = useId();
  return (
    <fieldset className="mig-together">
      <legend className="strong">{say('wizard.mig.cards')}</legend>
      {[true, false].map((same) => (
        <label className="check" key={String(same)}>
          <input type="radio" name={name} checked={isSame === same} onChange={() => { onChoose(same); }} />
          <span>{same ? say('wizard.mig.same', { count }) : say('wizard.mig.each')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Users({ users }: Pick<Cards, 'users'>) {
  const say = useSay();
  return (
    <div className="notice info">
      <Icon name="info" />
      <span className="small">
        <span className="strong">{say('wizard.mig.users')}</span>
        {users.map((user) => <span key={user}>{user}</span>)}
      </span>
    </div>
  );
}

/** Where MIG is on on one and off on another, the same costs each something else. */
const isToldTheSame = (mig: Mig | undefined, cards: readonly MigCard[]): boolean =>
  new Set(cards.map((card) => `${String(wantedAt(mig, card))} ${String(card.on)}`)).size === 1;

function Chooser({ seen: { cards, users, allowed }, mig }: { readonly seen: Cards; readonly mig: Mig | undefined }) {
  const { choose } = useActs();
  const alike = isAlike(cards);
  const [isSame, setSame] = useState(isToldTheSame(mig, cards));
  const groups = alike && isSame ? [cards] : cards.map((card) => [card]);
  const together = (same: boolean) => {
    setSame(same);
    const [first] = cards;
    if (same && first) choose({ mig: withWanted(mig, cards, wantedAt(mig, first)) });
  };
  return (
    <>
      {alike && <Together count={cards.length} isSame={isSame} onChoose={together} />}
      {groups.map((group) => (
        <MigGroup
          key={group.map(({ address }) => address).join()}
          cards={group}
          wanted={group[0] && wantedAt(mig, group[0])}
          allowed={allowed}
          onChoose={(wanted) => { choose({ mig: withWanted(mig, group, wanted) }); }}
        />
      ))}
      {mig !== undefined && mayReplace(mig, cards) && (
        <Replace isWanted={mig.replace} onChoose={(replace) => { choose({ mig: { ...mig, replace } }); }} />
      )}
      <div role="status">{mig !== undefined && users.length > 0 && <Users users={users} />}</div>
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
      <Chooser seen={seen} mig={choices.mig} />
    </div>
  );
}
