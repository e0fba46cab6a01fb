import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of folders: by month, by customer. */
const DEPTH = 4;
const CAPTURE = ['manifest.json', 'commands.json'];

export type FoundItem = { readonly name: string; readonly path: string };

const isFolderOnly = (entries: readonly Dirent[]): boolean =>
  entries.length > 0 && entries.every((entry) => entry.isDirectory());

/**
 * What stands in a folder to be judged one by one, sorted by name: each file; each folder that has files in it, which is a capture or
 * a ticket of several files. A folder of nothing but folders is gone through, unless it is a capture. No link is followed.
 * Undefined where `root` is no folder.
 */
export async function itemsIn(root: string): Promise<readonly FoundItem[] | undefined> {
  const status = await stat(root).catch(() => undefined);
  if (status?.isDirectory() !== true) return undefined;
  const found: FoundItem[] = [];
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, prefix), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      const path = join(root, name);
      if (entry.isFile()) found.push({ name, path });
      if (!entry.isDirectory()) continue;
      // A folder that may not be read is an item, which will be said to be unreadable.
      const inside = await readdir(path, { withFileTypes: true }).catch(() => []);
      const isCapture = inside.some((each) => CAPTURE.includes(each.name));
      if (isFolderOnly(inside) && !isCapture && depth < DEPTH) await visit(name, depth + 1);
      else found.push({ name, path });
    }
  };
  await visit('', 0);
  return found;
}
