import type { Observer } from '../../domain/machine.ts';

export type Found = {
  readonly files: readonly string[];
  /** Deepest first, so that each is empty when its turn comes. */
  readonly folders: readonly string[];
};

const NOTHING: Found = { files: [], folders: [] };

/** What stands at a path and below it; links are not followed. Throws `Unobservable` where a part of it may not be looked at. */
export async function walk(machine: Observer, path: string): Promise<Found> {
  const status = await machine.status(path);
  if (status === undefined) return NOTHING;
  if (status.kind !== 'folder') return { files: [path], folders: [] };
  const names = (await machine.list(path)) ?? [];
  const below = await Promise.all(names.map((name) => walk(machine, `${path}/${name}`)));
  return { files: below.flatMap(({ files }) => files), folders: [...below.flatMap(({ folders }) => folders), path] };
}

/** Files and links in a folder whose names match; folders of such a name with all that is in them. */
export async function walkNamed(machine: Observer, folder: string, name: RegExp): Promise<Found> {
  if ((await machine.status(folder))?.kind !== 'folder') return NOTHING;
  const names = ((await machine.list(folder)) ?? []).filter((one) => name.test(one));
  const found = await Promise.all(names.map((one) => walk(machine, `${folder}/${one}`)));
  return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) };
}
