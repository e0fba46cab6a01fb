import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/**
 * `mounted`: the guest's files are looked at and changed from another machine (`--root`). It has no kernel, no devices and no
 * services now; what holds is what its files say, and what they make of its next boot.
 */
export type Setting = { readonly kind: 'running' } | { readonly kind: 'mounted' };

export const isMounted = ({ origin }: Observer): boolean => 'mounted' in origin;

const observe = (machine: Observer): Promise<Setting> =>
  Promise.resolve({ kind: isMounted(machine) ? 'mounted' : 'running' });

export const setting = defineProbe({
  key: 'setting',
  question: 'Does the guest run, or is its file system only mounted here?',
  observe: { linux: observe, windows: observe },
});
