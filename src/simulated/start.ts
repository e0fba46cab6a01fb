import type { Executor, Observer } from '../domain/machine.ts';
import type { Guest, Simulation } from './guest.ts';
import { executorOf, observerOf, rebootGuest } from './ports.ts';

export type Started = { readonly guest: Guest; readonly observer: Observer; readonly executor: Executor };

/** Builds the guest and boots it once. */
export function startSimulation({ name, build }: Simulation): Started {
  const guest = build();
  rebootGuest(guest);
  return { guest, observer: observerOf(guest, name), executor: executorOf(guest) };
}
