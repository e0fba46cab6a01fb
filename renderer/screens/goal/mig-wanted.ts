/** What is chosen of MIG, card by card. */
import type { Choices } from '../../../src/contract/choices.ts';
import type { MigCard } from '../../../src/contract/mig-seen.ts';

export type Mig = NonNullable<Choices['mig']>;

/** By address, as it is chosen. */
const layoutsOf = (mig: Mig | undefined): Readonly<Record<string, string>> => (typeof mig?.layout === 'object' ? mig.layout : {});

/** A layout, `off`, or undefined: the card is left as it is. */
export const wantedAt = (mig: Mig | undefined, { address }: Pick<MigCard, 'address'>): string | undefined => layoutsOf(mig)[address];

/** `layout` undefined: they are left as they are. Where that holds of every card, nothing is chosen. */
export function withWanted(mig: Mig | undefined, cards: readonly Pick<MigCard, 'address'>[], layout: string | undefined): Mig | undefined {
  const others = Object.entries(layoutsOf(mig)).filter(([address]) => cards.every((card) => card.address !== address));
  const all = [...others, ...(layout === undefined ? [] : cards.map(({ address }) => [address, layout] as const))];
  return all.length === 0 ? undefined : { mode: 'auto', layout: Object.fromEntries(all), replace: mig?.replace ?? false };
}

/** Devices stand where a layout is to be made. */
export const mayReplace = (mig: Mig | undefined, cards: readonly MigCard[]): boolean =>
  cards.some((card) => {
    const wanted = wantedAt(mig, card);
    return wanted !== undefined && wanted !== 'off' && card.instances !== null && card.instances !== '';
  });

/** Cards that offer the same can be told the same. */
export const isAlike = ([first, ...others]: readonly MigCard[]): boolean =>
  first !== undefined &&
  others.length > 0 &&
  others.every(({ name, sizes }) => name === first.name && JSON.stringify(sizes?.rows.map((row) => row.name)) === JSON.stringify(first.sizes?.rows.map((row) => row.name)));
