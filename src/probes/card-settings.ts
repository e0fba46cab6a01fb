import type { Observer } from '../domain/machine.ts';
import { CONTAINER_PROOF, MIG_SCRIPT, MIG_UNIT, MIG_WANTED } from '../domain/places.ts';
import { readSpec } from './cdi-specs.ts';

const CDI = '/etc/cdi';
/** `0:1` and `MIG-…`: a part of a card; `GPU-…`: a card by its UUID. `0` and `all` are whichever are there. */
const isOfOneMachine = (device: string): boolean => /:|^(?:MIG|GPU)-/.test(device);

async function specsOfOneMachine(machine: Observer): Promise<readonly string[]> {
  const names = ((await machine.list(CDI)) ?? []).filter((name) => /\.(ya?ml|json)$/.test(name));
  const specs = await Promise.all(names.map(async (name) => readSpec(`${CDI}/${name}`, (await machine.read(`${CDI}/${name}`)) ?? '')));
  return specs.flat().flatMap(({ path, devices }) => (devices.some(isOfOneMachine) ? [path] : []));
}

/**
 * Files that hold for the very cards of this machine: what cuts them by their PCI addresses at each boot, what names them to
 * containers by their UUIDs or parts, and the note that a container has seen them. Throws `Unobservable` where one may not be looked at.
 */
export async function cardSettings(machine: Observer): Promise<readonly string[]> {
  const ours = [MIG_WANTED, MIG_UNIT, MIG_SCRIPT, CONTAINER_PROOF];
  const there = await Promise.all(ours.map(async (path) => (await machine.status(path)) !== undefined));
  return [...ours.filter((_, index) => there[index]), ...(await specsOfOneMachine(machine))];
}
