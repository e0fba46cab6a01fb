import { unreadable } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';
import { askIntegrity } from './windows/integrity.ts';

/** `root` on Windows: an administrator whose rights have been raised, or the system. */
export type Rights = 'root' | 'user';

const STATUS = '/proc/self/status';

export const rights = defineProbe({
  key: 'rights',
  question: 'Who are we?',
  observe: {
    linux: async (machine): Promise<Rights> => parseRights((await machine.read(STATUS)) ?? ''),
    windows: async (machine): Promise<Rights> => ((await askIntegrity(machine)) ? 'root' : 'user'),
  },
});

/** The second number is the effective user. */
function parseRights(status: string): Rights {
  const effective = /^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1];
  if (effective === undefined) throw unreadable(STATUS, status);
  return effective === '0' ? 'root' : 'user';
}
