import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** What container runtimes printed where a container got no GPU, oldest first. Only a text holds it. */
export type ContainerErrors = readonly string[];

/** Where a recorded text has it. No file of a guest is called so. */
export const CONTAINERS_PRINTED = 'printed by container runtimes';

async function observe(machine: Observer): Promise<ContainerErrors> {
  const text = machine.origin.kind === 'recorded' ? await ifObservable(machine.read(CONTAINERS_PRINTED)) : undefined;
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

export const containerErrors = defineProbe({
  key: 'containerErrors',
  question: 'What did container runtimes say where a container got no GPU?',
  observe: { linux: observe },
});
