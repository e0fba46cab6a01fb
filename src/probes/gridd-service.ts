export type GriddService = {
  readonly name: 'nvidia-gridd';
  readonly unit: 'installed' | 'absent';
  readonly active: boolean;
  readonly state: string;
  /** When it was last started, Unix ms; null: never, or not said. */
  readonly startedMs: number | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const griddService = defineProbe({
  key: 'griddService',
  question: 'Is the licensing service there, and does it run?',
  observe: { linux: (): Promise<GriddService> => Promise.reject(notInSource('gridd-service')) },
});
