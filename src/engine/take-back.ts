import { refuse } from '../domain/fault.ts';
import type { Message } from '../domain/message.ts';
import { valuePlace } from '../domain/registry-value.ts';
import type { InstalledPackage, PackageChange } from '../domain/run-event.ts';
import type { ActionState } from '../journal/replay.ts';
import { say } from '../words/say.ts';
import type { Bench } from './bench.ts';
import { changesValue, takeValueBack } from './change-value.ts';
import { endingMessage, messageOf } from './failure.ts';
import { restoreInstances } from './mig-instances.ts';
import { packageChange, packageSet } from './package-set.ts';
import { restorePackages } from './restore-packages.ts';
import { saveUserChange } from './user-change.ts';

export type TakeBackOptions = {
  /** The package set that the next action of the run found; null: there was none. Bounds what an action did that was cut off. */
  readonly laterPackages: readonly InstalledPackage[] | null;
  readonly onLine: (line: string) => void;
};

const failed = (message: Message) => refuse('failed', message);

/** What the action did to the packages: as recorded, or, where it was cut off, up to what the next one found. */
async function packageChangeOf(
  { machine }: Bench,
  { before, packages }: ActionState,
  { laterPackages }: TakeBackOptions,
): Promise<PackageChange | undefined> {
  if (packages) return packages;
  const after = laterPackages ?? (await packageSet(machine));
  return before.packages && after && packageChange(before.packages, after);
}

type RestoringRun = Extract<ActionState['action'], { readonly kind: 'run' }> & {
  readonly undo: { readonly kind: 'restore' };
};

/** The command that takes a command back. Of one that was cut off it is not known whether there is anything to take back. */
async function commandBack(bench: Bench, { undo, timeoutMs }: RestoringRun, isDone: boolean, { onLine }: TakeBackOptions): Promise<void> {
  const { command, success = [0] } = undo;
  if (!command) return;
  const ending = await bench.executor.run(command, { timeoutMs, onLine });
  const well = ending.kind === 'exited' && success.includes(ending.exitCode);
  if (!well && isDone) throw failed(endingMessage(command, ending));
}

const isRestoring = (action: ActionState['action']): action is RestoringRun =>
  action.kind === 'run' && action.undo.kind === 'restore';

async function runUndo(bench: Bench, state: ActionState, options: TakeBackOptions): Promise<void> {
  const { action, outcome } = state;
  if (!isRestoring(action)) return;
  await commandBack(bench, action, outcome === 'done', options);
  await restoreInstances(bench, state, options.onLine);
  if (!action.undo.packages) return;
  const change = await packageChangeOf(bench, state, options);
  const trouble = change ? await restorePackages(bench, change, options.onLine) : say('run.undo.packages-unknown');
  if (trouble) throw failed(trouble);
}

async function restorePath(
  bench: Bench,
  { action }: ActionState,
  { path, kept }: ActionState['before']['kept'][number],
): Promise<readonly string[]> {
  const saved = 'path' in action ? await saveUserChange(bench, action, kept) : undefined;
  await bench.executor.restore(path, kept);
  return saved === undefined ? [] : [saved];
}

/** Expected: no room, no right, a file system that has become read-only, a registry that does not answer. */
async function said<T>(place: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw failed(messageOf(error, place));
  }
}

/**
 * Takes one action back: its command, the package set, each path, the folders that it made. May be repeated after a cut.
 * Returns the files of the user that it kept aside. Throws a FaultError that says what could not be taken back.
 */
export async function takeBack(bench: Bench, state: ActionState, options: TakeBackOptions): Promise<readonly string[]> {
  await runUndo(bench, state, options);
  const saved: string[] = [];
  for (const one of state.before.kept.toReversed())
    saved.push(...(await said(one.path, () => restorePath(bench, state, one))));
  const { action, before } = state;
  if (changesValue(action))
    saved.push(...(await said(valuePlace(action.key, action.name), () => takeValueBack(bench, action, before))));
  const folders = [...new Set([...(state.before.folders ?? []), ...state.folders])];
  for (const folder of folders.toSorted((a, b) => b.length - a.length)) await bench.executor.removeEmptyFolder(folder);
  return saved;
}
