/** For each of /, /boot, /usr, /var, /tmp: the mount that holds it and its free MiB for root. */
export type Disk = readonly { readonly path: string; readonly mount: string; readonly freeMiB: number }[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const disk = defineProbe({
  key: 'disk',
  question: 'How much room is left where things will be written?',
  observe: { linux: (): Promise<Disk> => Promise.reject(notInSource('disk')) },
});
