/** Name → path, of those we may use (gcc, cc, make, ld, dkms, openssl, mokutil, debconf-set-selections, systemctl, perl …); null: not there. */
export type Tools = Readonly<Record<string, string | null>>;
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const tools = defineProbe({
  key: 'tools',
  question: 'Which tools are there?',
  observe: { linux: (): Promise<Tools> => Promise.reject(notInSource('tools')) },
});
