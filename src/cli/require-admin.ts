import { refuse } from '../domain/fault.ts';
import type { Observer } from '../domain/machine.ts';
import { valueOf } from '../domain/fact.ts';
import { examine } from '../engine/examine.ts';
import { say } from '../words/say.ts';
import { isRoot } from './is-root.ts';

/** Refuses (`needs-admin`) a command that changes this machine, with the words of its system, where it is known that it may not. */
export async function requireAdmin(machine: Observer, command: string): Promise<void> {
  if (machine.platform === 'linux') {
    if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command }));
    return;
  }
  if (valueOf((await examine(machine, ['rights'])).rights) === 'user')
    throw refuse('needs-admin', say('cli.needs-admin-windows', { command }));
}
