export type Clock = { readonly now: string; readonly synchronised: 'yes' | 'no' | 'unknown' };
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const clock = defineProbe({
  key: 'clock',
  question: 'What time is it, and is the clock synchronised?',
  observe: { linux: (): Promise<Clock> => Promise.reject(notInSource('clock')) },
});
