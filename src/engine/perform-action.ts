import type { Action } from '../domain/action.ts';
import type { ByteSource, Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { valuePlace } from '../domain/registry-value.ts';
import type { Before, PackageChange } from '../domain/run-event.ts';
import type { Bench } from './bench.ts';
import { changesValue, changeValue, valuesBefore, type ValueAction } from './change-value.ts';
import { endingMessage, messageOf } from './failure.ts';
import { gpuOf, instancesBefore } from './mig-instances.ts';
import { packageChange, packageSet } from './package-set.ts';

export type Performed =
  | { readonly kind: 'done'; readonly folders: readonly string[]; readonly packages?: PackageChange }
  | { readonly kind: 'failed'; readonly message: Message };

const failed = (message: Message): Performed => ({ kind: 'failed', message });

/** The paths whose state is to be remembered before the action. */
function pathsOf(action: Action): readonly string[] {
  if (action.kind === 'run') return action.undo.kind === 'restore' ? action.undo.paths : [];
  return 'path' in action ? [action.path] : [];
}

export const changesPackages = (action: Action): boolean =>
  action.kind === 'run' && action.undo.kind === 'restore' && action.undo.packages;

/** Of a path of either system; a root's is itself: `/`, `C:\\`. */
function parentOf(path: string): string {
  const drive = /^[A-Za-z]:\\/.exec(path)?.[0];
  const root = drive ?? '/';
  const cut = path.lastIndexOf(drive === undefined ? '/' : '\\');
  return cut < root.length ? root : path.slice(0, cut);
}

/** Folders on the way to a path that are not there, outermost first. */
async function missingFolders(machine: Observer, path: string): Promise<readonly string[]> {
  const folder = parentOf(path);
  if (folder === path || (await machine.status(folder)) !== undefined) return [];
  return [...(await missingFolders(machine, folder)), folder];
}

/** Takes into the store what stands at the action's paths, and lists the packages where it may change them. */
export async function beforeOf(bench: Bench, action: Action): Promise<Before> {
  const { machine, executor } = bench;
  const paths = pathsOf(action);
  const kept: Before['kept'][number][] = [];
  for (const path of paths) kept.push({ path, kept: await executor.keep(path) });
  const folders = await Promise.all(paths.map((path) => missingFolders(machine, path)));
  const packages = changesPackages(action) ? await packageSet(machine) : undefined;
  const values = changesValue(action) ? await valuesBefore(bench, action) : {};
  const cutUp = gpuOf(action);
  const instances = cutUp === undefined ? {} : { instances: await instancesBefore(machine, cutUp) };
  return { kept, ...values, ...instances, ...(packages && { packages }), folders: [...new Set(folders.flat())] };
}

type Runnable = Extract<Action, { readonly kind: 'run' | 'refresh' }>;

async function runCommand(
  bench: Bench,
  action: Runnable,
  before: Before,
  onLine: (line: string) => void,
): Promise<Performed> {
  const { command, timeoutMs } = action;
  const env = action.kind === 'run' ? action.env : undefined;
  // Not bound to the signal: a package manager that is killed leaves a broken guest behind.
  const ending = await bench.executor.run(command, { timeoutMs, onLine, ...(env && { env }) });
  const success = (action.kind === 'run' ? action.success : undefined) ?? [0];
  if (ending.kind !== 'exited' || !success.includes(ending.exitCode)) return failed(endingMessage(command, ending));
  const after = before.packages && (await packageSet(bench.machine));
  return {
    kind: 'done',
    folders: [],
    ...(before.packages && after && { packages: packageChange(before.packages, after) }),
  };
}

/** As written to the journal and read from it, a field that is not there is not `undefined` either. */
const exact = ({ path, range, deflated }: Extract<Action, { kind: 'copy-file' }>['source']): ByteSource => ({
  path,
  ...(range && { range }),
  ...(deflated && { deflated }),
});

async function changeFile(
  { executor }: Bench,
  action: Exclude<Action, Runnable | ValueAction | { kind: 'reboot' }>,
): Promise<Performed> {
  try {
    switch (action.kind) {
      case 'write-file':
        return { kind: 'done', folders: await executor.write(action.path, action.content, action.mode) };
      case 'copy-file':
        return {
          kind: 'done',
          folders: await executor.copy(exact(action.source), action.path, action.mode, action.sha256),
        };
      case 'write-link':
        return { kind: 'done', folders: await executor.link(action.path, action.target) };
      case 'remove-file':
        await executor.remove(action.path, 'one');
        return { kind: 'done', folders: [] };
    }
  } catch (error) {
    // Expected: no room, no right, a medium that has changed since the plan.
    return failed(messageOf(error, action.path));
  }
}

async function performValue(bench: Bench, action: ValueAction): Promise<Performed> {
  try {
    await changeValue(bench, action);
    return { kind: 'done', folders: [] };
  } catch (error) {
    // Expected: a key that nobody may write to, a policy that forbids reg.exe.
    return failed(messageOf(error, valuePlace(action.key, action.name)));
  }
}

/** Does what the action says, once its `before` is in the journal. A failure that is expected comes back as a sentence. */
export function performAction(
  bench: Bench,
  action: Exclude<Action, { kind: 'reboot' }>,
  before: Before,
  onLine: (line: string) => void,
): Promise<Performed> {
  if (action.kind === 'run' || action.kind === 'refresh') return runCommand(bench, action, before, onLine);
  return changesValue(action) ? performValue(bench, action) : changeFile(bench, action);
}
