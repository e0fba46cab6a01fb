/** Whether a card takes a layout: a search over the places that its sizes may begin at. */
import type { GpuInstance } from '../probes/mig-instances.ts';
import type { MigOffer } from './mig-state.ts';

type Span = { readonly start: number; readonly size: number };

const overlap = (a: Span, b: Span): boolean => a.start < b.start + b.size && b.start < a.start + a.size;

function placed(open: readonly MigOffer[], taken: readonly Span[]): boolean {
  const [first, ...rest] = open;
  if (first === undefined) return true;
  return first.starts.some((start) => {
    const span = { start, size: first.size };
    return !taken.some((one) => overlap(one, span)) && placed(rest, [...taken, span]);
  });
}

/** Large ones first, and of one size those with fewer places: in this order the driver finds room for all. */
export function inOrderOfMaking<T extends { readonly name: string }>(wanted: readonly T[], offers: readonly MigOffer[] | null): readonly T[] {
  const offerOf = ({ name }: T) => offers?.find((one) => one.name === name);
  const weight = (one: T) => offerOf(one)?.size ?? Number(/^(\d+)g/.exec(one.name)?.[1] ?? 0);
  return wanted.toSorted((a, b) => weight(b) - weight(a) || (offerOf(a)?.starts.length ?? 0) - (offerOf(b)?.starts.length ?? 0));
}

const isWithin = (sizes: readonly string[], offers: readonly MigOffer[]): boolean =>
  offers.every(({ name, total }) => sizes.filter((one) => one === name).length <= total);

/** `there`: instances that stay. Where nobody knows the places, only the numbers are compared. */
export function hasRoom(sizes: readonly string[], offers: readonly MigOffer[], there: readonly GpuInstance[]): boolean {
  const wanted = sizes.flatMap((name) => offers.find((one) => one.name === name) ?? []);
  if (wanted.length < sizes.length) return false;
  if (!isWithin([...sizes, ...there.map(({ name }) => name)], offers)) return false;
  return wanted.some(({ size }) => size === 0) || placed(inOrderOfMaking(wanted, offers), there);
}
