/** Makes an image of this guest. Nothing of it can be taken back: what is removed is kept nowhere. */
import { removeFile, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Message } from '../../domain/message.ts';
import { SEAL_MARK, SEALING_MARK, STATE_FOLDER } from '../../domain/places.ts';
import { digestOfValue } from '../../planning/digest.ts';
import { refuse } from '../../domain/fault.ts';
import { say } from '../../words/say.ts';
import type { Bench } from '../bench.ts';
import { messageOf } from '../failure.ts';
import { performAction } from '../perform-action.ts';
import { requireRoot } from '../require-root.ts';
import { findSealable, type Sealable, type SealPart } from './find.ts';
import { firstStartActions } from './first-start-unit.ts';
import type { SealPartId } from './places.ts';

export type SealOrder = {
  readonly keepToken: boolean;
  /** The digest of what was agreed to; null: whatever there is now. */
  readonly expect: string | null;
};

export type SealResult = {
  readonly outcome: 'done' | 'failed' | 'cancelled';
  /** Those that were done with, in their order. */
  readonly parts: readonly SealPart[];
  readonly keptKeys: readonly string[];
  /** Why it is not sealed; null: it is. */
  readonly message: Message | null;
};

/** Logs and caches change all the time: a program that is at work writes on, and that does no harm. */
const MAY_COME_AGAIN: readonly SealPartId[] = ['logs', 'caches'];
const isLasting = ({ id }: SealPart): boolean => !MAY_COME_AGAIN.includes(id);

/** What consent is bound to. */
export const sealDigest = ({ parts }: Sealable): Promise<string> =>
  digestOfValue(parts.filter(isLasting).map(({ id, actions }) => ({ id, actions })));

type Doing = Exclude<Action, { readonly kind: 'reboot' }>;

/** Its `before` is nothing: a seal keeps no copy of what it removes. */
async function perform(bench: Bench, actions: readonly Action[]): Promise<Message | null> {
  for (const action of actions) {
    const done = await performAction(bench, action as Doing, { kept: [] }, () => undefined);
    if (done.kind === 'failed') return done.message;
  }
  return null;
}

async function performPart(bench: Bench, { actions, folders }: SealPart): Promise<Message | null> {
  const failed = await perform(bench, actions);
  if (failed !== null) return failed;
  for (const folder of folders) await bench.executor.removeEmptyFolder(folder);
  return null;
}

const objectOf = (action: Action): string => ('path' in action ? action.path : 'command' in action ? action.command.join(' ') : action.kind);

/** What is there again although it was removed. */
async function comeAgain(bench: Bench, keepToken: boolean): Promise<readonly string[]> {
  const { parts } = await findSealable(bench.machine, keepToken);
  return parts
    .filter(isLasting)
    .flatMap(({ actions, folders }) => [...actions.map(objectOf), ...folders]);
}

const mark = (schema: string, bench: Bench, more: object): string =>
  `${JSON.stringify({ schema, at: bench.machine.now().toISOString(), version: bench.version, ...more }, null, 2)}\n`;

/** Until it ends, `sealing.json` says that the image is none yet; a seal that is made again begins anew. */
async function carryOut(bench: Bench, { parts, keptKeys }: Sealable, keepToken: boolean): Promise<SealResult> {
  const done: SealPart[] = [];
  const ended = (outcome: SealResult['outcome'], message: Message | null): SealResult => ({ outcome, parts: done, keptKeys, message });
  const begun = await perform(bench, [writeFile(SEALING_MARK, mark('gpu-guest/sealing@1', bench, {})), removeFile(SEAL_MARK)]);
  if (begun !== null) return ended('failed', begun);
  for (const part of parts) {
    if (bench.signal?.aborted) return ended('cancelled', say('seal.cancelled'));
    const failed = await performPart(bench, part);
    if (failed !== null) return ended('failed', failed);
    done.push(part);
  }
  const unit = await firstStartActions(bench);
  const placed = unit === undefined ? say('seal.no-own-copy') : await perform(bench, unit);
  if (placed !== null) return ended('failed', placed);
  const again = await comeAgain(bench, keepToken);
  if (again.length > 0) return ended('failed', say('seal.come-again', { paths: again.slice(0, 5).join(', ') }));
  const sealed = mark('gpu-guest/sealed@1', bench, { keepToken, hostKeysKept: keptKeys.length > 0 });
  const failed = await perform(bench, [writeFile(SEAL_MARK, sealed), removeFile(SEALING_MARK)]);
  return failed === null ? ended('done', null) : ended('failed', failed);
}

/** Throws FaultError: `needs-admin`, `busy`, `machine-changed` (there is something else to remove than was agreed to). */
export async function seal(bench: Bench, { keepToken, expect }: SealOrder): Promise<SealResult> {
  await requireRoot(bench);
  const release = await bench.lock.take('seal');
  try {
    const sealable = await findSealable(bench.machine, keepToken);
    if (expect !== null && expect !== (await sealDigest(sealable))) throw refuse('machine-changed', say('seal.changed'));
    return await carryOut(bench, sealable, keepToken);
  } catch (error) {
    if (error instanceof Error && error.name === 'FaultError') throw error;
    // Expected: no room, a disk that can only be read.
    return { outcome: 'failed', parts: [], keptKeys: [], message: messageOf(error, STATE_FOLDER) };
  } finally {
    await release();
  }
}
