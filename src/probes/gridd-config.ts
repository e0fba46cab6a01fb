export type GriddConfig = {
  /** /etc/nvidia/gridd.conf as it is; null: not there. */
  readonly text: string | null;
  /** /etc/nvidia/gridd.conf.template; null: not there. */
  readonly template: string | null;
  /** Of the active lines. */
  readonly featureType: number | null;
  readonly serverAddress: string | null;
  readonly ignoreSp: boolean | null;
  readonly tokenFolder: string;
  readonly modifiedMs: number | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const griddConfig = defineProbe({
  key: 'griddConfig',
  question: 'How is NVIDIA licensing configured?',
  observe: { linux: (): Promise<GriddConfig> => Promise.reject(notInSource('gridd-config')) },
});
