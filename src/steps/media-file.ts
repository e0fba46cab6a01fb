import { copyFile } from '../domain/act.ts';
import type { Action } from '../domain/action.ts';
import type { ByteSource } from '../domain/machine.ts';
import { MEDIA_STORE } from '../domain/places.ts';

export type UsableFile = {
  readonly path: string;
  /** What makes it a file of its own; [] where it is one already. */
  readonly actions: readonly Action[];
};

/** The last part of a path or of `ZIP!entry`. */
export const nameOf = (file: string): string => file.split(/[/\\!]/).at(-1) ?? file;

/**
 * A package or runfile as a file that a command can be given. What lies inside a zip, or does not end in `ending` (apt and rpm
 * know a package file by its name), is copied to our own folder first, with its sha256 checked on the way.
 */
export function usableFile(
  { file, source, sha256 }: { readonly file: string; readonly source: ByteSource; readonly sha256: string },
  ending: string,
  store = `${MEDIA_STORE}/`,
): UsableFile {
  const isWhole = source.range === undefined && source.deflated !== true;
  if (isWhole && (ending === '' || source.path.endsWith(ending))) return { path: source.path, actions: [] };
  const name = nameOf(file);
  const path = `${store}${name.endsWith(ending) ? name : name + ending}`;
  return { path, actions: [copyFile(source, sha256, path)] };
}
