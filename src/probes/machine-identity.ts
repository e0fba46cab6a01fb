import type { Observer } from '../domain/machine.ts';
import { cardSettings } from './card-settings.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** What two clones must not share. Paths only: what is in the files is nobody's business. */
export type MachineIdentity = {
  /** `empty`: there, without an id, or with the word "uninitialized": the first start fills it (machine-id(5)). */
  readonly machineId: 'set' | 'empty' | 'absent';
  /** Private SSH host keys. */
  readonly hostKeys: readonly string[];
  /** What the licensing service keeps of its lease. */
  readonly leaseFiles: readonly string[];
  /** What holds for the very cards of this machine. */
  readonly cardSettings: readonly string[];
};

const MACHINE_ID = '/etc/machine-id';
const SSH = '/etc/ssh';
const LEASE = '/var/lib/nvidia/GridLicensing';

function stateOf(text: string | undefined): MachineIdentity['machineId'] {
  if (text === undefined) return 'absent';
  // Anything else is an id, or what a capture has put in its place.
  return /^(?:uninitialized)?\s*$/.test(text) ? 'empty' : 'set';
}

const under = (folder: string, names: readonly string[]): readonly string[] => names.map((name) => `${folder}/${name}`);

async function observe(machine: Observer): Promise<MachineIdentity> {
  const [machineId, ssh, lease, cards] = await Promise.all([
    machine.read(MACHINE_ID),
    machine.list(SSH),
    ifObservable(machine.list(LEASE)),
    ifObservable(cardSettings(machine)),
  ]);
  return {
    machineId: stateOf(machineId),
    hostKeys: under(
      SSH,
      (ssh ?? []).filter((name) => /^ssh_host_\w+_key$/.test(name)),
    ),
    leaseFiles: under(LEASE, lease ?? []),
    cardSettings: cards ?? [],
  };
}

export const machineIdentity = defineProbe({
  key: 'machineIdentity',
  question: 'Which identity would clones of this share?',
  observe: { linux: observe },
});
