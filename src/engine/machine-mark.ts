/** Which machine a run was begun on, so that it does not go on by itself on a clone of it. */
import type { Observer } from '../domain/machine.ts';
import type { MachineMark } from '../domain/run-event.ts';
import { digestOfValue } from '../planning/digest.ts';
import { ifObservable } from '../probes/if-observable.ts';
import { isMounted } from '../probes/setting.ts';

const MACHINE_ID = '/etc/machine-id';
/** SMBIOS: the hypervisor gives each machine another; root alone may read it. The kernel leaves it out where it is all zeros or ones. */
const HARDWARE = '/sys/class/dmi/id/product_uuid';

/** Salted: the bare id is to stay on the machine (machine-id(5)), and a journal may be handed on. */
const digest = async (kind: string, text: string): Promise<string> => (await digestOfValue(['gpu-guest run', kind, text.toLowerCase()])).slice(0, 32);

async function markAt(machine: Observer, kind: string, path: string): Promise<string | null> {
  const text = (await ifObservable(machine.read(path)))?.trim() ?? '';
  // An image whose first start is yet to come has an empty id, or this word.
  return text === '' || text === 'uninitialized' ? null : digest(kind, text);
}

/** On Windows nothing is compared: images of it are made by Sysprep, not here. Of a mounted guest the hardware is the builder's. */
export async function machineMark(machine: Observer): Promise<MachineMark> {
  if (machine.platform === 'windows') return { id: null, hardware: null };
  return {
    id: await markAt(machine, 'machine-id', MACHINE_ID),
    hardware: isMounted(machine) ? null : await markAt(machine, 'hardware', HARDWARE),
  };
}

export type Likeness =
  | { readonly kind: 'same' }
  /** Nothing is known at both times: an older journal, an id that did not stand yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other'; readonly differs: readonly (keyof MachineMark)[] };

export function likeness(then: MachineMark | null, now: MachineMark): Likeness {
  const known = (['id', 'hardware'] as const).filter((part) => (then?.[part] ?? null) !== null && now[part] !== null);
  const differs = known.filter((part) => then?.[part] !== now[part]);
  if (differs.length > 0) return { kind: 'other', differs };
  return { kind: known.length === 0 ? 'unknown' : 'same' };
}
