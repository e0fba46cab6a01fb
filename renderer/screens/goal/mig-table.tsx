import type { MigCard } from '../../../src/contract/mig-seen.ts';
import { useSay } from '../../words.ts';

type Sizes = NonNullable<MigCard['sizes']>;

/** `0–7`: how many are free on cards of which not all have as many. */
function freeOn(cards: readonly MigCard[], size: string): string {
  const counts = cards.flatMap(({ sizes }) => sizes?.rows.find(({ name }) => name === size)?.free ?? []);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${String(least)}–${String(most)}`;
}

function Table({ cards, sizes: { from, rows } }: { readonly cards: readonly MigCard[]; readonly sizes: Sizes }) {
  const say = useSay();
  const isDrivers = cards.every(({ sizes }) => sizes?.from === 'driver');
  return (
    <table className="mig-sizes">
      <caption>
        <span className="strong">{say('wizard.mig.sizes')}</span>
        <span className="small quiet">{say(`wizard.mig.sizes.${isDrivers ? from : 'model'}`)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('wizard.mig.size')}</th>
          {isDrivers && <th scope="col">{say('wizard.mig.free')}</th>}
          <th scope="col">{say('wizard.mig.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, total }) => (
          <tr key={name}>
            <th scope="row"><code>{name}</code></th>
            {isDrivers && <td>{freeOn(cards, name)}</td>}
            <td>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What cards of one kind offer. */
export function MigTable({ cards }: { readonly cards: readonly MigCard[] }) {
  const say = useSay();
  const sizes = cards[0]?.sizes ?? null;
  return sizes === null ? <p className="small quiet">{say('wizard.mig.sizes.unknown')}</p> : <Table cards={cards} sizes={sizes} />;
}
