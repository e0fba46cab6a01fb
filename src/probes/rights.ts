export type Rights = 'root' | 'user';
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const rights = defineProbe({
  key: 'rights',
  question: 'Who are we?',
  observe: { linux: (): Promise<Rights> => Promise.reject(notInSource('rights')) },
});
