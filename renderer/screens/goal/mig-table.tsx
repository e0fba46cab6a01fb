import type { MigCard } from '../../../src/contract/mig-seen.ts';
import { useSay } from '../../words.ts';

function Sizes({ card, sizes: { from, rows } }: { readonly card: MigCard; readonly sizes: NonNullable<MigCard['sizes']> }) {
  const say = useSay();
  const isDrivers = from === 'driver';
  return (
    <table className="mig-sizes">
      <caption>
        <span className="strong">{say('wizard.mig.sizes', { name: card.name, address: card.address })}</span>
        <span className="small quiet">{say(`wizard.mig.sizes.${from}`)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('wizard.mig.size')}</th>
          {isDrivers && <th scope="col">{say('wizard.mig.free')}</th>}
          <th scope="col">{say('wizard.mig.total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, free, total }) => (
          <tr key={name}>
            <th scope="row"><code>{name}</code></th>
            {isDrivers && <td>{free}</td>}
            <td>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a card offers, and what it is cut into now. */
export function MigTable({ card }: { readonly card: MigCard }) {
  const say = useSay();
  const { name, address, sizes, instances, on } = card;
  return (
    <div className="stack">
      {sizes === null ? <p>{say('wizard.mig.sizes.unknown', { name, address })}</p> : <Sizes card={card} sizes={sizes} />}
      {instances !== null && instances !== '' && <p>{say('wizard.mig.there', { address, there: instances })}</p>}
      {on === true && instances === '' && <p>{say('wizard.mig.on-empty', { address })}</p>}
    </div>
  );
}
