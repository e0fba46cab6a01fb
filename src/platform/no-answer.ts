import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Command, Ending } from '../domain/machine.ts';

/** Why a program that did not come to its own end says nothing. `tool`: as the probe named it. */
export function noAnswer(ending: Exclude<Ending, { kind: 'exited' }>, command: Command, tool: string): Unobservable {
  switch (ending.kind) {
    case 'not-found':
      return new Unobservable({ kind: 'tool-missing', tool });
    case 'denied':
      return new Unobservable({ kind: 'permission-denied', target: tool });
    case 'timed-out':
      return new Unobservable({ kind: 'timed-out', target: command.join(' '), afterMs: ending.afterMs });
    case 'killed':
      return unreadable(command.join(' '), `ended by ${ending.signal}`);
  }
}
