/** A text as a piece of a source, and what is read of it. */
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

export const piece = (text: string | Uint8Array, name = 'ticket.txt'): Piece => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
export async function fact<K extends FactKey>(key: K, ...pieces: readonly Piece[]): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf(pieces), [key]))[key];
  return found.known ? found.value : undefined;
}
