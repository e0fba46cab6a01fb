/** SOURCE of contract section 1, made into a machine to look at. What a path is, is decided by its content. */
import { refuse } from '../domain/fault.ts';
import type { Executor, Observer } from '../domain/machine.ts';
import { platformHere, thisMachine } from '../platform/index.ts';
import type { MountedGuest } from '../platform/linux/mounted-guest.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';

export type Source =
  /** `mounted`: in place of this machine, a guest whose file system lies in a folder here (`--root`). */
  | { readonly kind: 'live'; readonly machine: Observer; readonly mounted?: MountedGuest }
  | { readonly kind: 'simulated'; readonly machine: Observer; readonly executor: Executor }
  | { readonly kind: 'recorded'; readonly machine: Observer };

const SIMULATED = 'sim:';

/** What a session of this source shows first, by its name in the contract. */
export const startOf = ({ kind }: Source, word: string | undefined): string =>
  kind === 'live' ? 'this' : kind === 'simulated' ? (word ?? '') : 'given';

/** `call`: of a command that takes `--root`. */
export async function openSource(word: string | undefined, call?: Call): Promise<Source> {
  const root = call && textOption(call, 'root');
  if (call && root !== undefined) {
    if (word !== undefined) throw refuse('bad-request', say('root.with-source', { word }));
    return (await import('./mounted.ts')).openRoot(root, call);
  }
  if (word === undefined) {
    if (platformHere() === undefined)
      throw refuse('bad-request', say('cli.platform-unsupported', { platform: process.platform }));
    return { kind: 'live', machine: thisMachine() };
  }
  if (word.startsWith(SIMULATED)) return openSimulation(word.slice(SIMULATED.length));
  return openText(word);
}

async function openSimulation(name: string): Promise<Source> {
  const { simulationNamed } = await import('../simulated/named.ts');
  const { observer, executor } = simulationNamed(name).start();
  return { kind: 'simulated', machine: observer, executor };
}

/** A capture of ours answers as the guest did; any other text answers what is recognised in it. */
export async function openText(path: string): Promise<Source> {
  const [{ readPieces }, { recordedSource }] = await Promise.all([
    import('./read-pieces.ts'),
    import('../engine/recorded-source.ts'),
  ]);
  const found = await readPieces(path).catch((error: unknown) => {
    // Expected: no permission.
    throw refuse(
      'unreadable',
      say('cli.source-unreadable', { path, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  if (found === undefined) throw refuse('unreadable', say('cli.source-not-found', { path }));
  return { kind: 'recorded', machine: recordedSource(found, path) };
}
