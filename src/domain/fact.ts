/** What we know of the machine, and why we do not know the rest. Absence is an answer ("no UEFI"); ignorance is not. */

export type Ignorance =
  | { readonly kind: 'tool-missing'; readonly tool: string }
  | { readonly kind: 'permission-denied'; readonly target: string }
  | { readonly kind: 'timed-out'; readonly target: string; readonly afterMs: number }
  | { readonly kind: 'unreadable'; readonly source: string; readonly excerpt: string }
  | { readonly kind: 'not-in-source'; readonly what: string }
  | { readonly kind: 'unsupported-platform'; readonly platform: string }
  | { readonly kind: 'probe-crashed'; readonly message: string };

export type Fact<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly ignorance: Ignorance };

/** The one error that a probe or an observer may throw on purpose. Any other error is a bug. */
export class Unobservable extends Error {
  override readonly name = 'Unobservable';
  readonly ignorance: Ignorance;

  constructor(ignorance: Ignorance) {
    super(ignorance.kind);
    this.ignorance = ignorance;
  }
}

export const unreadable = (source: string, text: string): Unobservable =>
  new Unobservable({ kind: 'unreadable', source, excerpt: text.slice(0, 200) });

export const notInSource = (what: string): Unobservable => new Unobservable({ kind: 'not-in-source', what });

export const known = <T>(value: T): Fact<T> => ({ known: true, value });

/** The value, or `undefined` where it is unknown. For callers to whom both are the same, and who say why. */
export const valueOf = <T>(fact: Fact<T>): T | undefined => (fact.known ? fact.value : undefined);
