import type { Observer } from '../domain/machine.ts';
import { FIRST_BOOT_PROFILE, FIRST_BOOT_UNIT, FIRST_BOOT_WANTED } from '../domain/places.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/**
 * `mounted`: the guest's files are looked at and changed from another machine (`--root`). It has no kernel, no devices and no
 * services now; what holds is what its files say, and what they make of its next boot.
 */
export type Setting = {
  readonly kind: 'running' | 'mounted';
  /** A unit of ours judges its next boot; absent: not said. */
  readonly firstBoot?: boolean;
};

export const isMounted = ({ origin }: Observer): boolean => 'mounted' in origin;

const kindOf = (machine: Observer): Setting['kind'] => (isMounted(machine) ? 'mounted' : 'running');

async function onLinux(machine: Observer): Promise<Setting> {
  const files = [FIRST_BOOT_PROFILE, FIRST_BOOT_UNIT, FIRST_BOOT_WANTED];
  const found = await ifObservable(Promise.all(files.map((path) => machine.status(path))));
  return { kind: kindOf(machine), ...(found && { firstBoot: found.every((status) => status !== undefined) }) };
}

export const setting = defineProbe({
  key: 'setting',
  question: 'Does the guest run, or is its file system only mounted here?',
  observe: { linux: onLinux, windows: (machine) => Promise.resolve({ kind: kindOf(machine) }) },
});
