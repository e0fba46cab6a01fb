import type { Folder } from '../../contract/questions.ts';
import { Unobservable } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import type { Observer } from '../../domain/machine.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';

/** "/mnt/../etc/" is "/etc". */
function tidied(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

const within = (folder: string, name: string): string => (folder === '/' ? `/${name}` : `${folder}/${name}`);

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

async function namesIn(places: readonly Observer[], path: string): Promise<readonly [Observer, readonly string[]]> {
  try {
    for (const machine of places) {
      const names = await machine.list(path);
      if (names !== undefined) return [machine, names];
    }
  } catch (error) {
    // Expected: a folder that may not be read.
    if (error instanceof Unobservable) throw refuse('unreadable', ignoranceSaid(error.ignorance));
    throw error;
  }
  throw refuse('not-found', say('cli.media.not-found', { folder: path }));
}

/** A folder to choose from. Hidden folders are left out. */
export async function folderAt(places: readonly Observer[], given: string): Promise<Folder> {
  const path = tidied(given);
  const [machine, names] = await namesIn(places, path);
  const shown = names.filter((name) => !name.startsWith('.'));
  const kinds = await Promise.all(shown.map((name) => isFolder(machine, within(path, name))));
  const folders = shown.filter((_, index) => kinds[index]);
  return {
    path,
    parent: path === '/' ? null : path.slice(0, Math.max(path.lastIndexOf('/'), 1)),
    folders,
    files: shown.length - folders.length,
  };
}
