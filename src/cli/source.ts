/** SOURCE of contract section 1, made into a machine to look at. What a path is, is decided by its content. */
import { refuse } from '../domain/fault.ts';
import type { Executor, Observer, Origin } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { thisMachine } from '../platform/index.ts';
import { gapSaid } from '../words/gap.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';

export type Source =
  | { readonly kind: 'live'; readonly machine: Observer }
  | { readonly kind: 'simulated'; readonly machine: Observer; readonly executor: Executor }
  | { readonly kind: 'recorded'; readonly machine: Observer };

const SIMULATED = 'sim:';

export async function openSource(word: string | undefined): Promise<Source> {
  if (word === undefined) return { kind: 'live', machine: thisMachine() };
  if (word.startsWith(SIMULATED)) return openSimulation(word.slice(SIMULATED.length));
  return openText(word);
}

async function openSimulation(name: string): Promise<Source> {
  const { simulations } = await import('../simulated/index.ts');
  const found = simulations.find((simulation) => simulation.name === name);
  if (found === undefined) {
    const near = nearest(
      name,
      simulations.map((simulation) => simulation.name),
    );
    throw refuse(
      'not-found',
      near === null ? say('cli.unknown-simulation', { name }) : say('cli.unknown-simulation-near', { name, near }),
    );
  }
  const { observer, executor } = found.start();
  return { kind: 'simulated', machine: observer, executor };
}

/** A capture of ours answers as the guest did; any other text answers what is recognised in it. */
export async function openText(path: string): Promise<Source> {
  const [{ readPieces }, { observerOf, recognisedIn }, { captureObserver, isCapture }] = await Promise.all([
    import('./read-pieces.ts'),
    import('../artifacts/index.ts'),
    import('../artifacts/capture/index.ts'),
  ]);
  const found = await readPieces(path).catch((error: unknown) => {
    // Expected: no permission.
    throw refuse(
      'unreadable',
      say('cli.source-unreadable', { path, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  if (found === undefined) throw refuse('unreadable', say('cli.source-not-found', { path }));
  const { pieces, gaps } = found;
  const machine = isCapture(pieces) ? captureObserver(pieces, gaps) : observerOf(pieces, gaps);
  if (recognisedIn(machine).length === 0) throw refuse('unreadable', nothingIn(path, machine.origin));
  return { kind: 'recorded', machine };
}

/** Where something could not be opened, that is the reason. */
function nothingIn(path: string, origin: Origin): Message {
  const sentence = say('cli.nothing-recognised', { path: path === '-' ? say('cli.standard-input') : path });
  const gaps = 'gaps' in origin ? (origin.gaps ?? []) : [];
  const [first] = gaps;
  if (first === undefined) return sentence;
  const told = first.what === '-' ? say('cli.standard-input') : first.what;
  const about = { sentence, what: told, why: gapSaid(first.why) };
  return gaps.length === 1
    ? say('cli.nothing-recognised-gaps', about)
    : say('cli.nothing-recognised-gaps-more', { ...about, count: gaps.length - 1 });
}
