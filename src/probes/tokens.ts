import type { TokenReading } from '../domain/media-item.ts';
export type Tokens = {
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    readonly mode: number;
    readonly sha256: string;
    readonly modifiedMs: number;
    readonly reading: TokenReading;
  }[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const tokens = defineProbe({
  key: 'tokens',
  question: 'Which client configuration tokens are in place?',
  observe: { linux: (): Promise<Tokens> => Promise.reject(notInSource('tokens')) },
});
