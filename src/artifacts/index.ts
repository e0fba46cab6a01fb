import type { RecordedObserver, Recognised } from './observer-of.ts';

export { observerOf, type RecordedObserver, type Recognised } from './observer-of.ts';
export type { Piece } from './source.ts';

export const recognisedIn = (machine: RecordedObserver): readonly Recognised[] => machine.recognised();
