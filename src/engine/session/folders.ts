import type { Folder } from '../../contract/questions.ts';
import { Unobservable } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import { above, DRIVES, tidied, within } from '../../domain/folder-path.ts';
import type { Observer } from '../../domain/machine.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { noFolder } from '../no-folder.ts';

/** What a link points to counts: a folder is what can be entered. */
async function isFolder(machine: Observer, path: string): Promise<boolean> {
  try {
    const status = await machine.status(path);
    if (status?.kind === 'link') return (await machine.list(path)) !== undefined;
    return status?.kind === 'folder';
  } catch (error) {
    // Expected: it may not be read. It cannot be chosen either.
    if (error instanceof Unobservable) return false;
    throw error;
  }
}

/** A and B are those of floppy disks, which answer slowly where there are none. */
const LETTERS = Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ');

/** A drive without a disk is none. */
async function drivesOf(machine: Observer): Promise<readonly string[]> {
  const drives = LETTERS.map((letter) => `${letter}:`);
  const there = await Promise.all(drives.map((drive) => isFolder(machine, within(DRIVES, drive))));
  return drives.filter((_, index) => there[index]);
}

async function namesOn(machine: Observer, path: string): Promise<readonly string[] | undefined> {
  if (path === DRIVES) return machine.platform === 'windows' ? drivesOf(machine) : undefined;
  return machine.list(path);
}

async function namesIn(places: readonly Observer[], path: string): Promise<readonly [Observer, readonly string[]]> {
  try {
    for (const machine of places) {
      const names = await namesOn(machine, path);
      if (names !== undefined) return [machine, names];
    }
  } catch (error) {
    // Expected: a folder that may not be read.
    if (error instanceof Unobservable) throw refuse('unreadable', ignoranceSaid(error.ignorance));
    throw error;
  }
  throw refuse('not-found', noFolder(path));
}

/** The bin and the restore points of a Windows drive. */
const OF_WINDOWS = /^(?:\$|System Volume Information$)/;

const isHidden = (name: string, { platform }: Observer): boolean =>
  name.startsWith('.') || (platform === 'windows' && OF_WINDOWS.test(name));

/** A folder to choose from. Hidden folders are left out. */
export async function folderAt(places: readonly Observer[], given: string): Promise<Folder> {
  const path = tidied(given, places.every(({ platform }) => platform === 'windows'));
  const [machine, names] = await namesIn(places, path);
  const shown = names.filter((name) => !isHidden(name, machine));
  const kinds = await Promise.all(shown.map((name) => isFolder(machine, within(path, name))));
  const folders = shown.filter((_, index) => kinds[index]);
  return { path, parent: above(path), folders, files: shown.length - folders.length };
}
