/** Lines of nvidia-gridd since it was last started (live), or all of a recorded source; oldest first, without the time stamp. */
export type GriddLog = readonly { readonly time: string | null; readonly text: string }[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const griddLog = defineProbe({
  key: 'griddLog',
  question: 'What did the licensing service log?',
  observe: { linux: (): Promise<GriddLog> => Promise.reject(notInSource('gridd-log')) },
});
