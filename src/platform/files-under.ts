import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gap, GapReason } from '../domain/gap.ts';

/** Our own captures stay below both. */
const MOST_FILES = 5000;
const DEPTH = 16;

type Found = { readonly name: string; readonly file: string };

async function entriesOf(folder: string): Promise<readonly Dirent[] | GapReason> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // Expected: a folder that may not be read, or that went away.
    return { kind: (error as NodeJS.ErrnoException).code === 'EACCES' ? 'denied' : 'damaged' };
  }
}

/** All files of a folder with their names in it, sorted folder by folder. No link is followed: it may lead anywhere. */
export async function filesUnder(
  root: string,
): Promise<{ readonly files: readonly Found[]; readonly gaps: readonly Gap[] }> {
  const files: Found[] = [];
  const gaps: Gap[] = [];
  const visit = async (prefix: string, depth: number): Promise<void> => {
    const entries = await entriesOf(join(root, prefix));
    if ('kind' in entries) {
      gaps.push({ what: prefix === '' ? root : prefix, why: entries });
      return;
    }
    for (const entry of entries) {
      if (files.length >= MOST_FILES) return;
      const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isFile()) files.push({ name, file: join(root, name) });
      else if (!entry.isDirectory())
        gaps.push({ what: name, why: { kind: entry.isSymbolicLink() ? 'link' : 'no-file' } });
      else if (depth < DEPTH) await visit(name, depth + 1);
      else gaps.push({ what: name, why: { kind: 'too-deep', limit: DEPTH } });
    }
  };
  await visit('', 0);
  if (files.length >= MOST_FILES) gaps.push({ what: root, why: { kind: 'too-many', limit: MOST_FILES } });
  return { files, gaps };
}
