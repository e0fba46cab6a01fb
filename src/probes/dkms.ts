import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer, Output } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

export type Dkms = readonly {
  readonly module: string;
  readonly version: string;
  readonly kernel: string | null;
  readonly state: string;
}[];

const TREE = '/var/lib/dkms';

export const dkms = defineProbe({
  key: 'dkms',
  question: 'What does DKMS say?',
  observe: {
    linux: async (machine): Promise<Dkms> => {
      const output = await status(machine);
      if (!output) return [];
      const modules = parseDkmsStatus(output.stdout);
      if (modules.length === 0 && output.exitCode !== 0)
        throw unreadable('dkms status', output.stderr || output.stdout);
      return modules;
    },
  },
});

/** Undefined where DKMS neither is there nor has left anything behind: then it has no modules. */
async function status(machine: Observer): Promise<Output | undefined> {
  try {
    return await machine.run(['dkms', 'status']);
  } catch (error) {
    // Expected: DKMS is not installed.
    const missing = error instanceof Unobservable && error.ignorance.kind === 'tool-missing';
    if (missing && (await machine.status(TREE)) === undefined) return undefined;
    throw error;
  }
}

/**
 * "nvidia/525.105.17, 5.15.0-105-generic, x86_64: installed" (3.0 and later), "nvidia, 525.105.17, 5.15.0-105-generic, x86_64: installed"
 * (before), "nvidia/525.105.17: added". The state may be followed by a remark in brackets.
 */
export const parseDkmsStatus = (text: string): Dkms =>
  [
    ...text.matchAll(
      /^([\w.+-]+)(?:\/|, )([\w.:+~-]+)(?:, ([^,\s]+), [\w-]+)?: (added|built|installed|broken|removed)\b/gm,
    ),
  ].map(([, module = '', version = '', kernel, state = '']) => ({ module, version, kernel: kernel ?? null, state }));
