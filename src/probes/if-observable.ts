import { Unobservable } from '../domain/fact.ts';

/** The answer, or `undefined` also where it cannot be had: for a probe that then asks elsewhere. */
export const ifObservable = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof Unobservable) return undefined;
    throw error;
  });
