/** The machines of a session by their names in the contract. */
import { refuse } from '../../domain/fault.ts';
import type { Executor, Observer } from '../../domain/machine.ts';
import { memoryRunLock, type RunLock } from '../../journal/run-lock.ts';
import { memoryRunStore, type RunStore } from '../../journal/run-store.ts';
import { simulationNamed } from '../../simulated/named.ts';
import { say } from '../../words/say.ts';
import type { SessionPorts } from './ports.ts';

export type SessionMachine =
  | { readonly kind: 'this'; readonly observer: Observer; readonly store: RunStore; readonly lock: RunLock }
  | { readonly kind: 'given'; readonly observer: Observer }
  | {
      readonly kind: 'simulated';
      readonly observer: Observer;
      readonly executor: Executor;
      readonly store: RunStore;
      readonly lock: RunLock;
    };

function simulated(name: string): SessionMachine {
  const { observer, executor } = simulationNamed(name).start();
  const now = () => observer.now();
  return { kind: 'simulated', observer, executor, store: memoryRunStore(now), lock: memoryRunLock(now) };
}

/** A simulated guest is the same one each time: what was done to it stays done. */
export function machinesOf(ports: SessionPorts): (id: string) => SessionMachine {
  const started = new Map<string, SessionMachine>();
  return (id) => {
    if (id === 'this') return { kind: 'this', observer: ports.thisMachine(), store: ports.runs, lock: ports.lock };
    if (id === 'given') {
      if (ports.given === null) throw refuse('not-found', say('session.nothing-given'));
      return { kind: 'given', observer: ports.given };
    }
    const name = id.slice('sim:'.length);
    const machine = started.get(name) ?? simulated(name);
    started.set(name, machine);
    return machine;
  };
}
