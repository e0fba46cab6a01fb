export type MachineOwnerKey = {
  /** Our own key pair (certificate in DER), where it has been made. */
  readonly own: { readonly certificate: string; readonly enrolled: 'yes' | 'no' | 'pending' | 'unknown' } | null;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const machineOwnerKey = defineProbe({
  key: 'machineOwnerKey',
  question: 'Which keys may sign modules here?',
  observe: { linux: (): Promise<MachineOwnerKey> => Promise.reject(notInSource('machine-owner-key')) },
});
