import type { Observer, Platform } from '../domain/machine.ts';

/** One question about the machine, and how to answer it on each platform. */
export interface Probe<Key extends string = string, T = unknown> {
  readonly key: Key;
  /** As one would ask it: "Is Secure Boot on?" */
  readonly question: string;
  /** Other machines are asked, which takes seconds where they are silent: only those who need it ask for it by name. */
  readonly leavesGuest?: true;
  readonly observe: Readonly<Partial<Record<Platform, (machine: Observer) => Promise<T>>>>;
}

export const defineProbe = <const Key extends string, T>(probe: Probe<Key, T>): Probe<Key, T> => probe;
