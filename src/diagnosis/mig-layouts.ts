/** Layouts to choose from, for whoever has none in mind. */
import { layoutText } from '../domain/mig-layout.ts';
import { hasRoom } from './mig-room.ts';
import type { MigOffer } from './mig-state.ts';

/** Of `1g.10gb+me` and its like a card has but one. */
const isPlain = ({ name }: MigOffer): boolean => /^\d+g\.\d+gb$/.test(name);
const computeSlices = ({ name }: MigOffer): number => Number(/^\d+/.exec(name)?.[0] ?? 0);

const alike = (offers: readonly MigOffer[]): readonly (readonly string[])[] =>
  offers.filter(({ total }) => total > 1).map(({ name, total }) => Array<string>(total).fill(name));

function filled(sizes: readonly string[], by: MigOffer, offers: readonly MigOffer[]): readonly string[] {
  const more = [...sizes, by.name];
  return hasRoom(more, offers, []) ? filled(more, by, offers) : sizes;
}

/** Half of the card, and the rest in the largest size below it. Where the places are not known, nobody knows what fits beside what. */
function halfAndRest(offers: readonly MigOffer[]): readonly (readonly string[])[] {
  const half = offers.find(({ total }) => total === 2);
  const smaller = offers.filter(({ size }) => size > 0 && size < (half?.size ?? 0));
  const [rest] = smaller.toSorted((a, b) => computeSlices(b) - computeSlices(a));
  return half && rest ? [filled([half.name], rest, offers)] : [];
}

/** As a profile has them: `1g.10gb x7`. `offers`: what the card offers; null: nobody knows. */
export function readyLayouts(offers: readonly MigOffer[] | null): readonly string[] {
  if (offers === null) return [];
  const plain = offers.filter(isPlain);
  return [...alike(plain), ...halfAndRest(plain)].filter((sizes) => hasRoom(sizes, offers, [])).map(layoutText);
}
