/** What somebody hands us, made into a machine to look at: a capture of ours answers as the guest did; any other text answers what is recognised in it. */
import { captureObserver, isCapture } from '../artifacts/capture/index.ts';
import { observerOf, recognisedIn, type Piece } from '../artifacts/index.ts';
import { refuse } from '../domain/fault.ts';
import type { Gap } from '../domain/gap.ts';
import type { Observer, Origin } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { gapSaid } from '../words/gap.ts';
import { say } from '../words/say.ts';

export type Pieces = { readonly pieces: readonly Piece[]; readonly gaps: readonly Gap[] };

/** `path` names the source in the refusal; `-`: standard input. Refused (`unreadable`) where nothing is recognised. */
export function recordedSource({ pieces, gaps }: Pieces, path: string): Observer {
  const machine = isCapture(pieces) ? captureObserver(pieces, gaps) : observerOf(pieces, gaps);
  if (recognisedIn(machine).length === 0) throw refuse('unreadable', nothingIn(path, machine.origin));
  return machine;
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
