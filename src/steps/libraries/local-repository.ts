/** The packages of a local repository package, without the repository: unpacked, installed as files, and what was unpacked is gone again. */
import { refresh, run, undoPaths } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { LibraryChoice, LibraryName } from '../../domain/choice.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { usableFile } from '../media-file.ts';

type LocalRepository = Extract<LibraryChoice, { readonly kind: 'local-repository' }>;

const TIMEOUT_MS = 30 * 60_000;

/** rpm in a root of its own: its files, and the note of them in its database, lie below the folder. Neither cpio nor tar is needed. */
function unpacking(format: LocalRepository['format'], path: string, folder: string): readonly Action[] {
  const fields = { undo: undoPaths(folder), timeoutMs: TIMEOUT_MS };
  if (format === 'deb') return [run(['dpkg-deb', '--extract', path, folder], fields)];
  return [
    run(['mkdir', '-p', folder], fields),
    run(['rpm', '--install', `--root=${folder}`, '--nodeps', '--noscripts', '--nosignature', '--replacepkgs', path], fields),
  ];
}

/** `install`: by the package manager, from these paths. What was unpacked goes at last, also where a run is cut off before and gone on with. */
export function fromLocalRepository(
  name: LibraryName,
  choice: LocalRepository,
  install: (paths: readonly string[]) => readonly Action[] | null,
): readonly Action[] | null {
  const folder = `${STATE_FOLDER}/unpacked-${name}`;
  const file = usableFile(choice, `.${choice.format}`);
  const installed = install(choice.inside.map(({ path }) => `${folder}${path}`));
  return installed && [...file.actions, ...unpacking(choice.format, file.path, folder), ...installed, refresh(['rm', '-rf', folder])];
}
