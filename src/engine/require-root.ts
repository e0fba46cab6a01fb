import { refuse } from '../domain/fault.ts';
import { valueOf } from '../domain/fact.ts';
import { say } from '../words/say.ts';
import type { Bench } from './bench.ts';
import { examine } from './examine.ts';

/** Refuses (`needs-admin`) where it is known that we are not root. */
export async function requireRoot({ machine }: Bench): Promise<void> {
  if (valueOf((await examine(machine, ['rights'])).rights) === 'user')
    throw refuse('needs-admin', say(machine.platform === 'windows' ? 'run.needs-admin-windows' : 'run.needs-root'));
}
